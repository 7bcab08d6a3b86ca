-- Asked limits and what became of them.
create table credit_limit_request (
  id              uuid           primary key,
  tenant          varchar(64)    not null,
  customer_id     varchar(64)    not null,
  amount          numeric(19, 4) not null check (amount >= 0),
  currency        varchar(3)     not null,
  valid_from      date           not null,
  valid_to        date,
  reason          varchar(500)   not null,
  status          varchar(16)    not null,
  requested_by    varchar(200)   not null,
  requested_on    date           not null,
  approval_id     uuid,
  decided_by      varchar(200),
  decided_on      date,
  decision_reason varchar(1000),
  version         bigint         not null default 0
);
create index credit_limit_request_customer on credit_limit_request (tenant, customer_id, id);
select o2c_tenant_table('credit_limit_request');

-- Effective-dated versions of a customer's own limit: added, never overwritten.
create table credit_limit (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  version     integer        not null,
  amount      numeric(19, 4) not null check (amount >= 0),
  currency    varchar(3)     not null,
  valid_from  date           not null,
  valid_to    date,
  reason      varchar(500)   not null,
  request_id  uuid           not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, customer_id, version)
);
create index credit_limit_end on credit_limit (tenant, valid_to) where valid_to is not null;
select o2c_append_only_table('credit_limit');

-- How generous a tenant is: effective-dated versions.
create table credit_policy (
  tenant             varchar(64)    not null,
  version            integer        not null,
  effective_from     date           not null,
  approval_threshold numeric(19, 4) not null,
  tolerance          numeric(12, 6) not null,
  decline_above      numeric(12, 6) not null,
  check_validity     integer        not null,
  recorded_at        timestamptz(3) not null default now(),
  recorded_on        date           not null,
  recorded_by        varchar(200)   not null,
  primary key (tenant, version)
);
select o2c_append_only_table('credit_policy');
