-- What a customer owes or is about to owe, per currency: kept for speed, equal to the sum of the entries up to today.
create table exposure (
  tenant                 varchar(64)    not null,
  customer_id            varchar(64)    not null,
  currency               varchar(3)     not null,
  open_invoices          numeric(19, 4) not null default 0,
  delivered_not_invoiced numeric(19, 4) not null default 0,
  reserved_orders        numeric(19, 4) not null default 0,
  open_credits           numeric(19, 4) not null default 0,
  unallocated_cash       numeric(19, 4) not null default 0,
  primary key (tenant, customer_id, currency)
) with (fillfactor = 70);
select o2c_tenant_table('exposure');

-- The books behind it: what moved, how much, on which business day, recorded when, caused by which event or check.
create table exposure_entry (
  id          bigint generated always as identity primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  seller_id   varchar(64),
  currency    varchar(3)     not null,
  kind        varchar(24)    not null check (kind in
    ('open-invoices', 'delivered-not-invoiced', 'reserved-orders', 'open-credits', 'unallocated-cash')),
  amount      numeric(19, 4) not null,
  business_on date           not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  cause       uuid           not null
);
create index exposure_entry_customer on exposure_entry (tenant, customer_id, currency, business_on);
select o2c_append_only_table('exposure_entry');

-- Entries of a day still to come: they join the kept row when that day opens.
create table exposure_pending (
  entry_id    bigint         primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  currency    varchar(3)     not null,
  kind        varchar(24)    not null,
  amount      numeric(19, 4) not null,
  business_on date           not null
);
create index exposure_pending_day on exposure_pending (tenant, business_on);
select o2c_tenant_table('exposure_pending');

-- Invoices as far as exposure and lateness go.
create table receivable (
  tenant      varchar(64)    not null,
  invoice_id  uuid           not null,
  customer_id varchar(64)    not null,
  seller_id   varchar(64)    not null,
  order_id    varchar(200),
  currency    varchar(3)     not null,
  issued_on   date           not null,
  due_on      date           not null,
  total       numeric(19, 4) not null,
  outstanding numeric(19, 4) not null,
  overdue_on  date,
  settled_on  date,
  primary key (tenant, invoice_id)
);
create index receivable_overdue on receivable (tenant, customer_id, due_on) where overdue_on is not null;
select o2c_tenant_table('receivable');

-- The room an order holds within its customer's limit.
create table reservation (
  tenant         varchar(64)    not null,
  customer_id    varchar(64)    not null,
  order_id       varchar(200)   not null,
  check_id       uuid,
  currency       varchar(3)     not null,
  reserved       numeric(19, 4) not null default 0 check (reserved >= 0),
  delivered      numeric(19, 4) not null default 0 check (delivered >= 0),
  prepayment_due numeric(19, 4) not null default 0 check (prepayment_due >= 0),
  expires_on     date,
  moved_on       date           not null,
  primary key (tenant, customer_id, order_id)
);
create index reservation_expiry on reservation (tenant, expires_on) where expires_on is not null;
select o2c_tenant_table('reservation');
