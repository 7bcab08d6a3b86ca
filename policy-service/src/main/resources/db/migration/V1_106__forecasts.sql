-- What orders hold, per check of credit-check-service; released comes later, or earlier than the approval.
create table order_reservation (
  tenant      varchar(64)    not null,
  check_id    uuid           not null,
  customer_id varchar(64)    not null,
  order_id    text           not null,
  reserved    numeric(19, 4) not null default 0,
  released    numeric(19, 4) not null default 0,
  currency    varchar(3)     not null,
  expected_on date,
  primary key (tenant, check_id)
);
create index order_reservation_of_customer on order_reservation (tenant, customer_id);
select o2c_tenant_table('order_reservation');

-- What was invoiced of an order.
create table order_invoiced (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  order_id    text           not null,
  amount      numeric(19, 4) not null,
  primary key (tenant, customer_id, order_id)
);
select o2c_tenant_table('order_invoiced');

-- The breach last announced of a customer.
create table breach_told (
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  breach_on   date        not null,
  primary key (tenant, customer_id)
);
select o2c_tenant_table('breach_told');
