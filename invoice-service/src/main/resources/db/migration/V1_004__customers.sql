-- Customers that credit-check-service has registered; whoever owes or paid and is not here is provisional.
create table customer (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  country     varchar(2)     not null,
  kind        varchar(16)    not null,
  heard_at    timestamptz(3) not null,
  primary key (tenant, customer_id)
);
select o2c_tenant_table('customer');
