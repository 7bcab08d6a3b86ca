-- What was given up, or asked to be; a second person decides on all but small differences.
create table write_off (
  id              uuid           primary key,
  tenant          varchar(64)    not null,
  receivable_id   uuid           not null references receivable (id),
  kind            varchar(32)    not null,
  currency        varchar(3)     not null,
  amount          numeric(19,4)  not null check (amount > 0),
  status          varchar(16)    not null,
  approval_id     uuid,
  written_off_on  date,
  insurer_consent varchar(200),
  reason          varchar(500),
  recorded_at     timestamptz(3) not null default now()
);
create index write_off_of_receivable on write_off (receivable_id);
create index write_off_in_order on write_off (tenant, id);
select o2c_tenant_table('write_off');

-- Another agreed day, or the wish for one; a second person decides on corrections.
create table due_date_change (
  id            uuid           primary key,
  tenant        varchar(64)    not null,
  receivable_id uuid           not null references receivable (id),
  kind          varchar(16)    not null,
  former_due_on date           not null,
  due_on        date           not null,
  status        varchar(16)    not null,
  approval_id   uuid,
  evidence      varchar(500),
  reason        varchar(500),
  recorded_at   timestamptz(3) not null default now()
);
create index due_date_change_of_receivable on due_date_change (receivable_id);
select o2c_tenant_table('due_date_change');

-- What policy-service last said about a customer: as long as something is insured, nobody waives it alone.
create table customer_insured (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  policy_id   varchar(64)    not null,
  insured     numeric(19,4)  not null,
  heard_at    timestamptz(3) not null,
  primary key (tenant, customer_id, policy_id)
);
select o2c_tenant_table('customer_insured');
