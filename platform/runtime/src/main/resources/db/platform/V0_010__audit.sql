-- Who did what: written in the business transaction, never changed.
create table audit_entry (
  id            uuid           primary key,
  tenant        varchar(64)    not null,
  recorded_at   timestamptz(3) not null,
  business_date date           not null,
  actor         varchar(200)   not null,
  client        varchar(200)   not null,
  action        varchar(200)   not null,
  subject       varchar(200)   not null,
  details       text           not null,
  trace_id      varchar(32)    not null
);
create index audit_of_tenant on audit_entry (tenant, id);
create index audit_of_subject on audit_entry (tenant, subject, id);
select o2c_append_only_table('audit_entry');

-- Entries that wait for their seal. The sealer takes them by being here, not by an id, so none is skipped.
create table audit_unsealed (
  id       bigint generated always as identity primary key,
  tenant   varchar(64)    not null,
  entry_id uuid           not null,
  since    timestamptz(3) not null
);
select o2c_tenant_table('audit_unsealed');
revoke update on audit_unsealed from o2c_app, o2c_worker;
revoke delete on audit_unsealed from o2c_app;

create function o2c_audit_entries_wait() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (tenant, entry_id, since) select tenant, id, recorded_at from fresh order by id;
  return null;
end
$$;
create trigger audit_entries_wait after insert on audit_entry
  referencing new table as fresh for each statement execute function o2c_audit_entries_wait();

-- The chain: each seal covers its entry and the seal before it. A table of its own, so that no request waits for it.
create table audit_seal (
  tenant        varchar(64)    not null,
  position      bigint         not null,
  entry_id      uuid           not null,
  hash          bytea          not null,
  previous_hash bytea          not null,
  sealed_at     timestamptz(3) not null default now(),
  primary key (tenant, position),
  unique (tenant, entry_id)
);
select o2c_append_only_table('audit_seal');
revoke insert on audit_seal from o2c_app;
