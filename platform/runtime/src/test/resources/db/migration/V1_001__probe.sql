create table probe_fact (
  id          uuid           primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  sequence    bigint         not null,
  note        varchar(200)   not null,
  position    bigint generated always as identity
);
select o2c_tenant_table('probe_fact');

create table probe_row (
  id      uuid         primary key,
  tenant  varchar(64)  not null,
  version bigint       not null,
  name    varchar(200) not null
);
select o2c_tenant_table('probe_row');
