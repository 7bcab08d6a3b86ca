-- What was taken back. Open is what no invoice has taken yet, kept beside the entries in one transaction.
create table credit_note (
  id                 uuid           primary key,
  tenant             varchar(64)    not null,
  customer_id        varchar(64)    not null,
  seller_id          varchar(64)    not null,
  credit_note_number varchar(100)   not null,
  issued_on          date           not null,
  from_the_start     boolean        not null,
  currency           varchar(3)     not null,
  amount             numeric(19,4)  not null check (amount > 0),
  vat_amount         numeric(19,4),
  rate               numeric(19,8)  not null default 1,
  open               numeric(19,4)  not null check (open >= 0),
  reason             varchar(500),
  version            bigint         not null default 1,
  updated_at         timestamptz(3) not null default now(),
  unique (tenant, seller_id, credit_note_number),
  foreign key (tenant, seller_id) references seller (tenant, seller_id)
);
create index credit_note_of_customer on credit_note (tenant, customer_id, id);
select o2c_tenant_table('credit_note');

-- How much of which invoice a credit note takes back, whether it was still open or paid already.
create table credit_note_target (
  tenant         varchar(64)   not null,
  credit_note_id uuid          not null references credit_note (id),
  receivable_id  uuid          not null references receivable (id),
  amount         numeric(19,4) not null check (amount > 0),
  primary key (credit_note_id, receivable_id)
);
create index credit_note_target_of_receivable on credit_note_target (receivable_id);
select o2c_append_only_table('credit_note_target');

-- The books of open credits: issued adds, allocated takes away.
create table credit_entry (
  id             bigint generated always as identity primary key,
  tenant         varchar(64)    not null,
  credit_note_id uuid           not null references credit_note (id),
  customer_id    varchar(64)    not null,
  seller_id      varchar(64)    not null,
  currency       varchar(3)     not null,
  kind           varchar(16)    not null,
  amount         numeric(19,4)  not null,
  business_day   date           not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  cause          uuid           not null
);
create index credit_entry_of_credit_note on credit_entry (credit_note_id);
create index credit_entry_of_customer on credit_entry (tenant, customer_id);
select o2c_append_only_table('credit_entry');
