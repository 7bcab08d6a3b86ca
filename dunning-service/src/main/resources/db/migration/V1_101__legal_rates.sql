-- A tenant's own statutory rates, in versions: a row is never changed, the highest version counts.
create table legal_rate (
    tenant       varchar(64)    not null,
    jurisdiction varchar(2)     not null,
    debtor_kind  varchar(20)    not null,
    valid_from   date           not null,
    version      integer        not null check (version > 0),
    annual_rate  numeric(12,6)  not null,
    source       varchar(500)   not null,
    author       varchar(200)   not null,
    recorded_at  timestamptz(3) not null default now(),
    primary key (tenant, jurisdiction, debtor_kind, valid_from, version)
);
select o2c_tenant_table('legal_rate');
