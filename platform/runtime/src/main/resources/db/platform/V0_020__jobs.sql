-- Long work. It runs where the lease is; the epoch fences a worker that lost its lease without noticing.
create table job (
  id           uuid           primary key,
  tenant       varchar(64)    not null,
  kind         varchar(64)    not null,
  status       varchar(32)    not null,
  received     boolean        not null,
  client       varchar(200)   not null,
  route        varchar(200)   not null,
  key          varchar(255),
  hash         varchar(64),
  media_type   varchar(100),
  parameters   text,
  total        bigint,
  processed    bigint         not null default 0,
  rejected     bigint         not null default 0,
  position     bigint         not null default 0,
  attempts     integer        not null default 0,
  failure      varchar(100),
  started_at   timestamptz(3) not null,
  finished_at  timestamptz(3),
  epoch        bigint         not null default 0,
  leased_until timestamptz(3)
);
create unique index job_of_key on job (tenant, client, route, key) where key is not null;
create index job_waiting on job (started_at) where status = 'running';
select o2c_tenant_table('job');

-- What was uploaded, in pieces of at most 1 MiB; gone when the job is done.
create table job_input (
  job_id uuid        not null references job (id) on delete cascade,
  number integer     not null,
  tenant varchar(64) not null,
  bytes  bytea       not null,
  primary key (job_id, number)
);
alter table job_input alter column bytes set storage external;
select o2c_tenant_table('job_input');

create table job_rejection (
  job_id   uuid          not null references job (id) on delete cascade,
  line     bigint        not null,
  tenant   varchar(64)   not null,
  code     varchar(100)  not null,
  detail   varchar(1000) not null,
  original varchar(4000) not null,
  primary key (job_id, line)
);
select o2c_tenant_table('job_rejection');
