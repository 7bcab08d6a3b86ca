-- Rules that hold orders, as data: effective-dated versions, added, never overwritten.
create table hold_rule (
  tenant         varchar(64)    not null,
  rule_id        varchar(64)    not null,
  version        integer        not null,
  effective_from date           not null,
  definition     text           not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  recorded_by    varchar(200)   not null,
  primary key (tenant, rule_id, version)
);
select o2c_append_only_table('hold_rule');

-- Who let a held order go, in which role, why and until when.
alter table credit_check add column release text;
create index credit_check_day on credit_check (tenant, checked_on, id);

-- Limits the insurer decided on, as policy-service last told.
create table insured_limit (
  tenant         varchar(64)    not null,
  customer_id    varchar(64)    not null,
  limit_id       uuid           not null,
  policy_id      varchar(64)    not null,
  effective_from date           not null,
  effective_to   date,
  amount         numeric(19, 4) not null,
  currency       varchar(3)     not null,
  heard_on       date           not null,
  primary key (tenant, customer_id, limit_id, effective_from)
);
select o2c_tenant_table('insured_limit');

-- Promises to pay that ended, as dunning-service told.
create table ended_promise (
  tenant      varchar(64) not null,
  promise_id  uuid        not null,
  customer_id varchar(64) not null,
  kept        boolean     not null,
  ended_on    date        not null,
  primary key (tenant, promise_id)
);
create index ended_promise_customer on ended_promise (tenant, customer_id, ended_on);
select o2c_tenant_table('ended_promise');
