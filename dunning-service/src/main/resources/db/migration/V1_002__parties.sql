-- Own copies of what other services say about customers and sellers. Columns are null until their owner has spoken.
create table customer (
    tenant      varchar(64) not null,
    customer_id varchar(64) not null,
    sequence    bigint      not null,
    country     varchar(2),
    kind        varchar(20),
    segment     varchar(64),
    language    varchar(35),
    name        varchar(1000),
    primary key (tenant, customer_id)
);
comment on column customer.name is 'personal data';
select o2c_tenant_table('customer');

create table seller (
    tenant    varchar(64) not null,
    seller_id varchar(64) not null,
    name      varchar(1000),
    primary key (tenant, seller_id)
);
select o2c_tenant_table('seller');
