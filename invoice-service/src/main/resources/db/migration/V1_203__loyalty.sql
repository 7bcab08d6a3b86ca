-- What always paying in time earns: every decision is a version of its own, none is ever overwritten.
create table loyalty_rule (
  tenant           varchar(64)    not null,
  version          integer        not null,
  effective_from   date           not null,
  invoices         integer        not null,
  bonus_percentage numeric(12,6)  not null,
  recorded_at      timestamptz(3) not null default now(),
  recorded_on      date           not null,
  primary key (tenant, version)
);
select o2c_append_only_table('loyalty_rule');
