-- Money that came in. Unallocated is kept beside the entries, in one transaction.
create table payment (
  id          uuid           primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  seller_id   varchar(64)    not null,
  currency    varchar(3)     not null,
  amount      numeric(19,4)  not null check (amount > 0),
  rate        numeric(19,8)  not null default 1,
  unallocated numeric(19,4)  not null check (unallocated >= 0),
  received_on date           not null,
  reference   varchar(500),
  order_id    varchar(100),
  version     bigint         not null default 1,
  updated_at  timestamptz(3) not null default now(),
  foreign key (tenant, seller_id) references seller (tenant, seller_id)
);
create index payment_of_customer on payment (tenant, customer_id);
create index payment_in_order on payment (tenant, id);
select o2c_tenant_table('payment');

-- The books of unallocated cash: received adds, allocated takes away.
create table cash_entry (
  id           bigint generated always as identity primary key,
  tenant       varchar(64)    not null,
  payment_id   uuid           not null references payment (id),
  customer_id  varchar(64)    not null,
  seller_id    varchar(64)    not null,
  currency     varchar(3)     not null,
  kind         varchar(16)    not null,
  amount       numeric(19,4)  not null,
  business_day date           not null,
  recorded_at  timestamptz(3) not null default now(),
  recorded_on  date           not null,
  cause        uuid           not null
);
create index cash_entry_of_payment on cash_entry (payment_id);
create index cash_entry_of_customer on cash_entry (tenant, customer_id);
select o2c_append_only_table('cash_entry');

-- Unallocated cash per customer, seller and currency; never netted across sellers.
create table customer_cash (
  tenant      varchar(64)   not null,
  customer_id varchar(64)   not null,
  seller_id   varchar(64)   not null,
  currency    varchar(3)    not null,
  unallocated numeric(19,4) not null check (unallocated >= 0),
  primary key (tenant, customer_id, seller_id, currency)
);
select o2c_tenant_table('customer_cash');
