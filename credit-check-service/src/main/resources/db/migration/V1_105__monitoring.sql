-- The alert level of the limit's use that was announced last.
create table utilisation_level (
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  level       integer     not null,
  primary key (tenant, customer_id)
);
select o2c_tenant_table('utilisation_level');

-- Signs of trouble, raised once and ended when they are gone.
create table early_warning (
  tenant      varchar(64)    not null,
  warning_id  uuid           not null,
  customer_id varchar(64)    not null,
  kind        varchar(32)    not null,
  value       numeric(19, 4) not null,
  threshold   numeric(19, 4) not null,
  proposal    varchar(32)    not null,
  raised_on   date           not null,
  ended_on    date,
  primary key (tenant, warning_id)
);
create unique index early_warning_open on early_warning (tenant, customer_id, kind) where ended_on is null;
select o2c_tenant_table('early_warning');

-- When whose credit is looked at again by a person.
create table credit_review (
  tenant       varchar(64)  not null,
  review_id    uuid         not null,
  customer_id  varchar(64)  not null,
  risk_class   varchar(32),
  opened_on    date         not null,
  due_on       date         not null,
  announced_on date,
  done_on      date,
  done_by      varchar(200),
  outcome      varchar(32),
  reason       varchar(500),
  primary key (tenant, review_id)
);
create unique index credit_review_open on credit_review (tenant, customer_id) where done_on is null;
create index credit_review_due on credit_review (tenant, due_on) where done_on is null;
select o2c_tenant_table('credit_review');
