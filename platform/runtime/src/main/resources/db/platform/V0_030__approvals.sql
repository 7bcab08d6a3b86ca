-- What a second person must agree to.
create table approval (
  id           uuid           primary key,
  tenant       varchar(64)    not null,
  kind         varchar(64)    not null,
  subject      varchar(200)   not null,
  details      text           not null,
  status       varchar(16)    not null,
  requested_by varchar(200)   not null,
  requested_at timestamptz(3) not null,
  due_at       timestamptz(3),
  decided_by   varchar(200),
  decided_at   timestamptz(3),
  reason       varchar(1000),
  check ((status = 'open') = (decided_by is null))
);
create index approval_of_tenant on approval (tenant, status, id);
select o2c_tenant_table('approval');
