-- What was invoiced for an order so far, so that order - delivered - invoiced can be told.
alter table reservation add column invoiced numeric(19, 4) not null default 0;

-- Orders as the seller's system has them.
create table sales_order (
  tenant      varchar(64)    not null,
  order_id    varchar(200)   not null,
  customer_id varchar(64)    not null,
  seller_id   varchar(64),
  amount      numeric(19, 4) not null,
  currency    varchar(3)     not null,
  status      varchar(16)    not null,
  schedule    text           not null,
  version     integer        not null,
  changed_on  date           not null,
  changed_at  timestamptz(3) not null default now(),
  primary key (tenant, order_id)
);
create index sales_order_customer on sales_order (tenant, customer_id, order_id);
select o2c_tenant_table('sales_order');

-- What was delivered of them.
create table order_delivery (
  tenant       varchar(64)    not null,
  order_id     varchar(200)   not null,
  delivery_id  varchar(200)   not null,
  amount       numeric(19, 4) not null,
  currency     varchar(3)     not null,
  delivered_on date           not null,
  check_id     uuid,
  recorded_on  date           not null,
  recorded_at  timestamptz(3) not null default now(),
  primary key (tenant, order_id, delivery_id)
);
select o2c_append_only_table('order_delivery');

-- Exchange rates as heard: base currency per unit.
create table heard_rate (
  tenant      varchar(64)     not null,
  currency    varchar(3)      not null,
  rated_on    date            not null,
  rate        numeric(24, 12) not null check (rate > 0),
  recorded_on date            not null,
  primary key (tenant, currency, rated_on)
);
select o2c_tenant_table('heard_rate');
