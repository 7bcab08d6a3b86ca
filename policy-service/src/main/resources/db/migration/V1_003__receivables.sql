-- Our own copy of the ledger. A row without issued_on is a stub: facts came before the invoice itself.
create table receivable (
  tenant         varchar(64)    not null,
  invoice_id     uuid           not null,
  customer_id    varchar(64)    not null,
  seller_id      varchar(64),
  invoice_number text,
  currency       varchar(3),
  total          numeric(19, 4),
  rate           numeric,
  net_amount     numeric(19, 4),
  issued_on      date,
  due_on         date,
  delivered_on   date,
  outstanding    numeric(19, 4) not null default 0,
  disputed       numeric(19, 4) not null default 0,
  last_paid_on   date,
  changed_at     timestamptz(3) not null,
  changed_on     date           not null,
  primary key (tenant, invoice_id)
);
create index receivable_of_customer on receivable (tenant, customer_id, issued_on);
create index receivable_issued on receivable (tenant, issued_on);
select o2c_tenant_table('receivable');

-- What moved on a receivable: issued (+), paid (-), disputed (+), undisputed (-); amounts in the invoice's currency.
create table receivable_entry (
  tenant       varchar(64)    not null,
  invoice_id   uuid           not null,
  kind         varchar(16)    not null,
  reference    uuid           not null,
  amount       numeric(19, 4) not null,
  business_day date           not null,
  recorded_at  timestamptz(3) not null,
  recorded_on  date           not null,
  cause        uuid           not null,
  primary key (tenant, invoice_id, kind, cause)
);
create index receivable_entry_reference on receivable_entry (tenant, reference, kind);
select o2c_append_only_table('receivable_entry');

-- Money that came in: received (+), allocated (-); what is left is not yet allocated.
create table cash_entry (
  tenant       varchar(64)    not null,
  payment_id   uuid           not null,
  customer_id  varchar(64)    not null,
  seller_id    varchar(64),
  kind         varchar(16)    not null,
  amount       numeric(19, 4) not null,
  currency     varchar(3)     not null,
  business_day date           not null,
  recorded_at  timestamptz(3) not null,
  recorded_on  date           not null,
  cause        uuid           not null,
  primary key (tenant, payment_id, kind, cause)
);
create index cash_entry_of_customer on cash_entry (tenant, customer_id, business_day);
select o2c_append_only_table('cash_entry');

-- Where a customer is seated, as told by credit-check-service.
create table customer_country (
  tenant       varchar(64)    not null,
  customer_id  varchar(64)    not null,
  country      varchar(2)     not null,
  business_day date           not null,
  recorded_at  timestamptz(3) not null,
  recorded_on  date           not null,
  cause        uuid           not null,
  primary key (tenant, customer_id, cause)
);
select o2c_append_only_table('customer_country');
