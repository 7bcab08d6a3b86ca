-- Every table that holds a tenant's rows is fenced: the service's own role sees the tenant set for the transaction,
-- the worker role (relay, sealer, day opening) sees all of them. The sub-select makes the setting a one-time filter.
create function o2c_tenant_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('create policy own_tenant on %I to o2c_app using (tenant = (select current_setting(''o2c.tenant'', true)))'
      ' with check (tenant = (select current_setting(''o2c.tenant'', true)))', name);
  execute format('create policy every_tenant on %I to o2c_worker using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on %I to o2c_app, o2c_worker', name);
end
$$;

-- The same for books: rows are added, never changed.
create function o2c_append_only_table(name text) returns void language plpgsql as $$
begin
  perform o2c_tenant_table(name);
  execute format('revoke update, delete on %I from o2c_app, o2c_worker', name);
end
$$;

-- Last sequence number announced per customer; '' is the stream of events that concern no single customer.
create table stream_head (
  tenant      varchar(64) not null,
  customer_id varchar(64) not null,
  sequence    bigint      not null,
  primary key (tenant, customer_id)
);
select o2c_tenant_table('stream_head');

-- Events in the order of their commit per customer. Position is given when the relay has sent them: unsent = no position.
create table outbox (
  id             bigint generated always as identity primary key,
  event_id       uuid           not null unique,
  tenant         varchar(64)    not null,
  customer_id    varchar(64)    not null,
  sequence       bigint         not null,
  type           varchar(100)   not null,
  subject        varchar(200)   not null,
  business_date  date           not null,
  recorded_at    timestamptz(3) not null,
  causation_id   varchar(64),
  correlation_id varchar(64)    not null,
  traceparent    varchar(64),
  data           text           not null,
  position       bigint,
  unique (tenant, customer_id, sequence)
);
create index outbox_unsent on outbox (id) where position is null;
create unique index outbox_feed on outbox (tenant, position) where position is not null;
select o2c_tenant_table('outbox');

-- Last position given per tenant; only the relay's leader writes it.
create table feed_head (
  tenant   varchar(64) primary key,
  position bigint not null
);
select o2c_tenant_table('feed_head');

-- Ids of all events heard: written before their effect, in the same transaction.
create table inbox (
  tenant    varchar(64)    not null,
  publisher varchar(16)    not null,
  event_id  uuid           not null,
  heard_at  timestamptz(3) not null default now(),
  primary key (tenant, publisher, event_id)
);
select o2c_tenant_table('inbox');

create table inbox_head (
  tenant      varchar(64) not null,
  publisher   varchar(16) not null,
  customer_id varchar(64) not null,
  sequence    bigint      not null,
  primary key (tenant, publisher, customer_id)
);
select o2c_tenant_table('inbox_head');

-- How many events were heard, per partition so that two readers never wait for one row (-1: fetched over REST).
create table inbox_count (
  tenant    varchar(64) not null,
  publisher varchar(16) not null,
  partition integer     not null,
  heard     bigint      not null,
  primary key (tenant, publisher, partition)
);
select o2c_tenant_table('inbox_count');

create table parked_event (
  id          uuid           primary key,
  tenant      varchar(64)    not null,
  publisher   varchar(16)    not null,
  customer_id varchar(64)    not null,
  event_id    uuid,
  sequence    bigint,
  type        varchar(200),
  reason      varchar(40)    not null,
  detail      varchar(1000),
  headers     text           not null,
  data        bytea,
  source      varchar(120)   not null,
  parked_at   timestamptz(3) not null default now(),
  attempts    integer        not null default 0,
  resolved_at timestamptz(3),
  unique (tenant, source)
);
create index parked_open on parked_event (tenant, publisher, customer_id, sequence) where resolved_at is null;
select o2c_tenant_table('parked_event');

-- Customers about whom something changed and whose derived state is still to be computed.
create table marked_customer (
  id          bigint generated always as identity primary key,
  tenant      varchar(64) not null,
  customer_id varchar(64) not null
);
create index marked_of_tenant on marked_customer (tenant, customer_id);
select o2c_tenant_table('marked_customer');

create table business_day (
  tenant    varchar(64)    not null,
  day       date           not null,
  opened_at timestamptz(3) not null default now(),
  primary key (tenant, day)
);
select o2c_tenant_table('business_day');

-- First answer per key; the same key with the same request gets it again.
create table idempotency (
  tenant     varchar(64)    not null,
  client     varchar(200)   not null,
  route      varchar(200)   not null,
  key        varchar(255)   not null,
  hash       varchar(64)    not null,
  status     integer,
  headers    text,
  body       text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant, client, route, key)
);
create index idempotency_age on idempotency (created_at);
select o2c_tenant_table('idempotency');
