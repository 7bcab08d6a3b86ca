-- What became of a payment after it came in.
alter table payment
  add column refunded        numeric(19,4) not null default 0 check (refunded >= 0),
  add column reversed_on     date,
  add column reversal_reason varchar(32);

-- How the tenant sets money against debts: every decision is a version of its own, none is ever overwritten.
create table cash_rules (
  tenant                  varchar(64)    not null,
  version                 integer        not null,
  effective_from          date           not null,
  charges_order           varchar(16)    not null,
  underpayment            numeric(19,4)  not null,
  underpayment_percentage numeric(12,6),
  overpayment             numeric(19,4)  not null,
  overpayment_percentage  numeric(12,6),
  recorded_at             timestamptz(3) not null default now(),
  recorded_on             date           not null,
  primary key (tenant, version)
);
select o2c_append_only_table('cash_rules');

-- Late charges are claims of their own, kept beside the principal they belong to; late_rate and discounts are what the
-- invoice's terms agreed: percent a year, and "last day=percent" parted by blanks.
alter table receivable
  add column charge_costs    numeric(19,4) not null default 0 check (charge_costs >= 0),
  add column charge_interest numeric(19,4) not null default 0 check (charge_interest >= 0),
  add column noticed         boolean       not null default false,
  add column late_rate       numeric(12,6) not null default 0,
  add column discounts       varchar(200),
  add column rest_reason     varchar(32);
create index receivable_with_charges on receivable (tenant, customer_id)
  where charge_costs > 0 or charge_interest > 0;

-- The books of late charges: claimed adds, allocated and waived take away.
create table charge_entry (
  id            bigint generated always as identity primary key,
  tenant        varchar(64)    not null,
  receivable_id uuid           not null references receivable (id),
  customer_id   varchar(64)    not null,
  seller_id     varchar(64)    not null,
  currency      varchar(3)     not null,
  part          varchar(8)     not null,
  kind          varchar(16)    not null,
  amount        numeric(19,4)  not null,
  business_day  date           not null,
  recorded_at   timestamptz(3) not null default now(),
  recorded_on   date           not null,
  cause         uuid           not null
);
create index charge_entry_of_receivable on charge_entry (receivable_id);
create index charge_entry_of_customer on charge_entry (tenant, customer_id);
create index charge_entry_of_cause on charge_entry (cause);
select o2c_append_only_table('charge_entry');
