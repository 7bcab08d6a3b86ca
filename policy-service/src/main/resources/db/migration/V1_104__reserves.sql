alter table customer_country add column segment varchar(64);

-- Money put aside for losses that no insurer pays. fund = cash set aside, target = what should be.
create table reserve (
  tenant      varchar(64)    not null,
  reserve_id  varchar(64)    not null,
  terms       jsonb          not null,
  currency    varchar(3)     not null,
  fund        numeric(19, 4) not null default 0,
  target      numeric(19, 4) not null default 0,
  assessed_on date,
  version     integer        not null,
  primary key (tenant, reserve_id),
  check (fund >= 0)
);
select o2c_tenant_table('reserve');

-- What moved: allocated (+) and drawn (-) move the fund, assessed moves the target.
create table reserve_entry (
  tenant      varchar(64)    not null,
  entry_id    uuid           not null,
  reserve_id  varchar(64)    not null,
  cause       varchar(16)    not null,
  amount      numeric(19, 4) not null,
  fund        numeric(19, 4) not null,
  target      numeric(19, 4) not null,
  changed_on  date           not null,
  customer_id varchar(64),
  reason      varchar(500),
  figures     jsonb,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, entry_id)
);
create index reserve_entry_of_reserve on reserve_entry (tenant, reserve_id, entry_id);
select o2c_append_only_table('reserve_entry');
