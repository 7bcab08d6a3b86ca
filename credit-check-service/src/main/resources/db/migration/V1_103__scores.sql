-- Invoices as far as paying behaviour goes, in the tenant's base currency.
create table behaviour_invoice (
  tenant        varchar(64)     not null,
  invoice_id    uuid            not null,
  customer_id   varchar(64)     not null,
  issued_on     date            not null,
  due_on        date            not null,
  total         numeric(19, 4)  not null,
  rate          numeric(24, 12) not null,
  closed_on     date,
  overdue_event uuid,
  primary key (tenant, invoice_id)
);
create index behaviour_invoice_customer on behaviour_invoice (tenant, customer_id, issued_on);
create index behaviour_invoice_open on behaviour_invoice (tenant, due_on) where closed_on is null;
select o2c_tenant_table('behaviour_invoice');

-- Invoices that were contested; may be heard of before the invoice itself.
create table behaviour_dispute (
  tenant      varchar(64) not null,
  invoice_id  uuid        not null,
  disputed_on date        not null,
  primary key (tenant, invoice_id)
);
select o2c_tenant_table('behaviour_dispute');

-- Money set against them.
create table behaviour_part (
  id          bigint generated always as identity primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  invoice_id  uuid           not null,
  received_on date           not null,
  amount      numeric(19, 4) not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null
);
create index behaviour_part_customer on behaviour_part (tenant, customer_id, received_on);
select o2c_append_only_table('behaviour_part');

-- Which fact made a customer's figures change; taken when they are computed again.
create table score_cause (
  id          bigint generated always as identity primary key,
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  event_id    uuid        not null,
  event_type  varchar(64) not null,
  invoice_id  uuid
);
create index score_cause_customer on score_cause (tenant, customer_id);
select o2c_tenant_table('score_cause');

-- Year's accounts and agency reports, as told.
create table financial_statement (
  tenant       varchar(64)    not null,
  statement_id uuid           not null,
  customer_id  varchar(64)    not null,
  period_end   date           not null,
  content      text           not null,
  recorded_at  timestamptz(3) not null default now(),
  recorded_on  date           not null,
  recorded_by  varchar(200)   not null,
  primary key (tenant, statement_id)
);
create index financial_statement_customer on financial_statement (tenant, customer_id, period_end);
select o2c_append_only_table('financial_statement');

create table agency_report (
  tenant      varchar(64)    not null,
  report_id   uuid           not null,
  customer_id varchar(64)    not null,
  provider    varchar(64)    not null,
  reported_on date           not null,
  content     text           not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  recorded_by varchar(200)   not null,
  primary key (tenant, report_id)
);
create index agency_report_customer on agency_report (tenant, customer_id, reported_on);
select o2c_append_only_table('agency_report');

-- Scorecards as data.
create table scorecard (
  tenant         varchar(64)    not null,
  scorecard_id   varchar(64)    not null,
  version        integer        not null,
  effective_from date           not null,
  definition     text           not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  recorded_by    varchar(200)   not null,
  primary key (tenant, scorecard_id, version)
);
select o2c_append_only_table('scorecard');

-- Every score that differed from the one before, with what it was made of and what caused it.
create table customer_score (
  id          bigint generated always as identity primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  scored_on   date           not null,
  risk_class  varchar(32),
  score       numeric(12, 4) not null,
  content     text           not null,
  cause       uuid,
  cause_type  varchar(64),
  invoice_id  uuid,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null
);
create index customer_score_customer on customer_score (tenant, customer_id, id);
select o2c_append_only_table('customer_score');

-- Exceptions that a person answers for: a class or a segment that counts instead of the computed one.
create table risk_override (
  tenant      varchar(64)    not null,
  override_id uuid           not null,
  customer_id varchar(64)    not null,
  kind        varchar(32)    not null,
  value       varchar(64)    not null,
  reason      varchar(500)   not null,
  person      varchar(200)   not null,
  from_on     date           not null,
  until_on    date           not null,
  ended_on    date,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, override_id)
);
create index risk_override_customer on risk_override (tenant, customer_id, kind);
create index risk_override_end on risk_override (tenant, until_on) where ended_on is null;
select o2c_tenant_table('risk_override');
