-- What a customer owes under one invoice number. Outstanding and status are kept beside the entries, in one transaction.
create table receivable (
  id             uuid           primary key,
  tenant         varchar(64)    not null,
  customer_id    varchar(64)    not null,
  seller_id      varchar(64)    not null,
  invoice_number varchar(100)   not null,
  issued_on      date           not null,
  due_on         date           not null,
  payable_on     date           not null,
  currency       varchar(3)     not null,
  total          numeric(19,4)  not null check (total > 0),
  net_amount     numeric(19,4),
  vat_amount     numeric(19,4),
  rate           numeric(19,8)  not null default 1,
  outstanding    numeric(19,4)  not null check (outstanding >= 0),
  status         varchar(16)    not null,
  overdue_on     date,
  last_paid_on   date,
  opening        integer        not null default 1,
  order_id       varchar(100),
  delivery_ids   varchar(100)[] not null default '{}',
  delivered_on   date,
  contract_id    varchar(100),
  reference      varchar(100),
  version        bigint         not null default 1,
  updated_at     timestamptz(3) not null default now(),
  unique (tenant, seller_id, invoice_number),
  foreign key (tenant, seller_id) references seller (tenant, seller_id)
);
create index receivable_of_customer on receivable (tenant, customer_id, due_on) where outstanding > 0;
create index receivable_not_declared on receivable (tenant, payable_on, id)
  where outstanding > 0 and overdue_on is null;
create index receivable_changed on receivable (tenant, updated_at);
select o2c_tenant_table('receivable');

-- Lines, allowances and charges of invoices that were told in detail.
create table invoice_line (
  tenant        varchar(64)   not null,
  receivable_id uuid          not null references receivable (id),
  position      integer       not null,
  kind          varchar(10)   not null,
  description   varchar(1000),
  quantity      numeric(21,6),
  unit_price    numeric(21,6),
  base_quantity numeric(21,6),
  vat_category  varchar(2)    not null,
  vat_rate      numeric(9,6)  not null,
  net           numeric(19,4) not null,
  primary key (receivable_id, position)
);
select o2c_tenant_table('invoice_line');

-- The books: every movement of what is owed. Amounts are signed; business_day is the day it counts from.
create table receivable_entry (
  id            bigint generated always as identity primary key,
  tenant        varchar(64)    not null,
  receivable_id uuid           not null references receivable (id),
  customer_id   varchar(64)    not null,
  seller_id     varchar(64)    not null,
  currency      varchar(3)     not null,
  kind          varchar(16)    not null,
  amount        numeric(19,4)  not null,
  business_day  date           not null,
  recorded_at   timestamptz(3) not null default now(),
  recorded_on   date           not null,
  cause         uuid           not null
);
create index receivable_entry_of_receivable on receivable_entry (receivable_id);
create index receivable_entry_of_customer on receivable_entry (tenant, customer_id);
create index receivable_entry_of_cause on receivable_entry (cause);
select o2c_append_only_table('receivable_entry');
