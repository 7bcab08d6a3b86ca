-- Turnover declared to the insurer, with the figures it was reckoned from.
create table declaration (
  tenant         varchar(64)    not null,
  declaration_id uuid           not null,
  policy_id      varchar(64)    not null,
  period_from    date           not null,
  period_to      date           not null,
  turnover       numeric(19, 4) not null,
  premium        numeric(19, 4) not null,
  currency       varchar(3)     not null,
  figures        jsonb          not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  primary key (tenant, declaration_id)
);
create index declaration_of_policy on declaration (tenant, policy_id, declaration_id);
select o2c_append_only_table('declaration');

-- What another policy would have meant.
create table simulation (
  tenant        varchar(64)    not null,
  simulation_id uuid           not null,
  result        jsonb          not null,
  recorded_at   timestamptz(3) not null default now(),
  recorded_on   date           not null,
  primary key (tenant, simulation_id)
);
select o2c_append_only_table('simulation');
