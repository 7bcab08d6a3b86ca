-- Segments by rules on facts: effective-dated versions.
create table segment_rule (
  tenant         varchar(64)    not null,
  segment_id     varchar(64)    not null,
  version        integer        not null,
  effective_from date           not null,
  definition     text           not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  recorded_by    varchar(200)   not null,
  primary key (tenant, segment_id, version)
);
select o2c_append_only_table('segment_rule');

-- Which segment each customer was in, since when and why.
create table segment_membership (
  id           bigint generated always as identity primary key,
  tenant       varchar(64)    not null,
  customer_id  varchar(64)    not null,
  segment_id   varchar(64)    not null,
  rule_version integer        not null,
  source       varchar(16)    not null,
  since_on     date           not null,
  recorded_at  timestamptz(3) not null default now(),
  recorded_on  date           not null
);
create index segment_membership_customer on segment_membership (tenant, customer_id, id);
select o2c_append_only_table('segment_membership');
