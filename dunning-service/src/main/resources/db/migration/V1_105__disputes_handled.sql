alter table dispute
    add column owner       varchar(200),
    add column due_on      date,
    add column conclusion  varchar(4000),
    add column returned_on date;
update dispute set owner = 'collections', due_on = opened_on + 14 where owner is null;
alter table dispute
    alter column owner set not null,
    alter column due_on set not null;

create table dispute_evidence (
    tenant      varchar(64)    not null,
    evidence_id uuid           not null,
    dispute_id  uuid           not null,
    kind        varchar(40)    not null,
    reference   varchar(1000)  not null,
    note        varchar(4000),
    added_by    varchar(200)   not null,
    added_on    date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, evidence_id),
    foreign key (tenant, dispute_id) references dispute
);
create index dispute_evidence_of_dispute on dispute_evidence (tenant, dispute_id);
select o2c_tenant_table('dispute_evidence');
