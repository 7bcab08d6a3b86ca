-- The tenant's legal entities that are owed money.
create table seller (
  id         uuid           primary key,
  tenant     varchar(64)    not null,
  seller_id  varchar(64)    not null,
  name       varchar(200)   not null,
  country    varchar(2)     not null,
  currency   varchar(3)     not null,
  time_zone  varchar(64)    not null,
  version    bigint         not null,
  updated_at timestamptz(3) not null,
  unique (tenant, seller_id)
);
select o2c_tenant_table('seller');
