-- The days that follow from a customer's oldest unpaid receivable, one row per customer and policy.
create table cover_deadline (
  tenant           varchar(64)  not null,
  customer_id      varchar(64)  not null,
  policy_id        varchar(64)  not null,
  invoice_id       uuid         not null,
  invoice_number   text         not null,
  anchor_on        date         not null,
  anchor           varchar(8)   not null,
  extension_value  integer      not null,
  extension_unit   varchar(8)   not null,
  report_days      integer      not null,
  last_covered_day date         not null,
  stop_on          date         not null,
  report_on        date         not null,
  primary key (tenant, customer_id, policy_id)
);
create index cover_deadline_stop on cover_deadline (tenant, stop_on);
create index cover_deadline_report on cover_deadline (tenant, report_on);
select o2c_tenant_table('cover_deadline');

-- Customers for whom a stop was announced and not yet taken back.
create table cover_stop (
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  policy_id   varchar(64) not null,
  invoice_id  uuid        not null,
  stop_on     date        not null,
  primary key (tenant, customer_id, policy_id)
);
select o2c_tenant_table('cover_stop');

-- Warnings given: each once.
create table deadline_notice (
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  policy_id   varchar(64) not null,
  invoice_id  uuid        not null,
  kind        varchar(16) not null,
  due_on      date        not null,
  days_left   integer     not null,
  primary key (tenant, customer_id, policy_id, invoice_id, kind, due_on, days_left)
);
select o2c_tenant_table('deadline_notice');
