create table insured_limit (
  tenant         varchar(64)    not null,
  limit_id       uuid           not null,
  policy_id      varchar(64)    not null,
  customer_id    varchar(64)    not null,
  kind           varchar(16)    not null,
  percentage     numeric(12, 6),
  amount         numeric(19, 4) not null,
  currency       varchar(3)     not null,
  effective_from date           not null,
  effective_to   date,
  status         varchar(16)    not null,
  version        integer        not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  primary key (tenant, limit_id),
  foreign key (tenant, policy_id) references policy (tenant, policy_id)
);
create index insured_limit_of_customer on insured_limit (tenant, customer_id);
create index insured_limit_of_policy on insured_limit (tenant, policy_id);
select o2c_tenant_table('insured_limit');

-- What was decided on a limit; each entry replaces the earlier ones from its effective_from on.
create table insured_limit_entry (
  tenant         varchar(64)    not null,
  limit_id       uuid           not null,
  number         integer        not null,
  decision       varchar(16)    not null,
  amount         numeric(19, 4) not null,
  effective_from date           not null,
  effective_to   date,
  reason         varchar(500),
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  primary key (tenant, limit_id, number),
  foreign key (tenant, limit_id) references insured_limit (tenant, limit_id)
);
create index insured_limit_entry_from on insured_limit_entry (tenant, effective_from);
create index insured_limit_entry_to on insured_limit_entry (tenant, effective_to) where effective_to is not null;
select o2c_append_only_table('insured_limit_entry');
