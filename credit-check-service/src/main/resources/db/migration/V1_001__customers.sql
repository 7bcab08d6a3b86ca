-- One row per customer, registered or only heard of. Fields from name to contacts are the caller's.
create table customer (
  id                  uuid         primary key,
  tenant              varchar(64)  not null,
  customer_id         varchar(64)  not null,
  provisional         boolean      not null,
  heard_on            date         not null,
  name                varchar(200),
  country             varchar(2),
  kind                varchar(16),
  registration_number varchar(64),
  vat_id              varchar(32),
  lei                 varchar(20),
  parent_customer_id  varchar(64),
  segment             varchar(64),
  language            varchar(2),
  since_on            date,
  contacts            text         not null default '[]',
  version             bigint       not null default 0,
  changed_at          timestamptz(3) not null default now(),
  unique (tenant, customer_id)
);
create index customer_changed on customer (tenant, changed_at);
create index customer_parent on customer (tenant, parent_customer_id) where parent_customer_id is not null;
create index customer_provisional on customer (tenant, heard_on, customer_id) where provisional;
select o2c_tenant_table('customer');

-- What changed, by whom and when: one row per version of a customer. Holds personal data, so an erasure may blank it.
create table customer_change (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  version     bigint         not null,
  changed_at  timestamptz(3) not null default now(),
  changed_on  date           not null,
  changed_by  varchar(200)   not null,
  changes     text           not null,
  primary key (tenant, customer_id, version)
);
select o2c_tenant_table('customer_change');
