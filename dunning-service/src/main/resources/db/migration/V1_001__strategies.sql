-- A tenant's own versions of the shipped strategy. Version 1 is shipped with the service and stands in no table.
create table strategy_version (
    tenant       varchar(64)    not null,
    strategy_id  varchar(64)    not null,
    version      integer        not null check (version > 1),
    name         varchar(200)   not null,
    author       varchar(200)   not null,
    drafted_at   timestamptz(3) not null,
    publisher    varchar(200),
    published_at timestamptz(3),
    valid_from   date,
    primary key (tenant, strategy_id, version),
    check ((publisher is null) = (valid_from is null)),
    check (publisher is distinct from author)
);
select o2c_tenant_table('strategy_version');

create table strategy_step (
    tenant         varchar(64)   not null,
    strategy_id    varchar(64)   not null,
    version        integer       not null,
    level          integer       not null,
    name           varchar(64)   not null,
    days_from_due  integer       not null,
    channel        varchar(20)   not null,
    tone           varchar(20)   not null,
    minimum_amount numeric(19,4) not null,
    primary key (tenant, strategy_id, version, level),
    foreign key (tenant, strategy_id, version) references strategy_version
);
select o2c_tenant_table('strategy_step');
