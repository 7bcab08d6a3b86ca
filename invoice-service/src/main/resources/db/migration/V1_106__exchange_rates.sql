-- Base currency per unit, as set for a day; a correction is a version of its own.
create table exchange_rate (
  tenant      varchar(64)    not null,
  day         date           not null,
  version     integer        not null,
  currency    varchar(3)     not null,
  rate        numeric(24,12) not null check (rate > 0),
  source      varchar(200)   not null,
  recorded_at timestamptz(3) not null default now(),
  primary key (tenant, day, version, currency)
);
create index exchange_rate_of_currency on exchange_rate (tenant, currency, day);
select o2c_append_only_table('exchange_rate');

alter table receivable
  alter column rate type numeric(24,12),
  add column base_amount   numeric(19,4),
  add column base_currency varchar(3);
alter table payment
  alter column rate type numeric(24,12),
  add column base_amount   numeric(19,4),
  add column base_currency varchar(3);
alter table credit_note alter column rate type numeric(24,12);
