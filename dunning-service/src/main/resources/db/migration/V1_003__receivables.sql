-- What happened to a receivable, in the order it was heard; never changed. The row in receivable is the sum of it.
create table receivable_entry (
    tenant      varchar(64)    not null,
    cause_id    uuid           not null,
    invoice_id  uuid           not null,
    kind        varchar(20)    not null
        check (kind in ('allocated', 'contested', 'settled', 'reopened', 'overdue', 'withdrawn')),
    amount      numeric(19,4)  not null default 0,
    known_on    date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, invoice_id, cause_id, kind)
);
select o2c_tenant_table('receivable_entry');

-- The columns of the invoice are null until the ledger has announced it; sums and counts do not wait for that, so
-- that facts may come in any order.
create table receivable (
    tenant         varchar(64)   not null,
    invoice_id     uuid          not null,
    customer_id    varchar(64)   not null,
    seller_id      varchar(64),
    invoice_number varchar(200),
    currency       varchar(3),
    total          numeric(19,4),
    rate           numeric(30,12),
    issued_on      date,
    due_on         date,
    payable_on     date,
    known_on       date,
    allocated      numeric(19,4) not null default 0,
    contested      numeric(19,4) not null default 0,
    settlements    integer       not null default 0,
    reopenings     integer       not null default 0,
    overdues       integer       not null default 0,
    withdrawals    integer       not null default 0,
    outstanding    numeric(19,4) generated always as (
        case when settlements > reopenings then 0 else greatest(total - allocated, 0) end) stored,
    disputed       numeric(19,4) generated always as (
        case when settlements > reopenings then 0
             else least(greatest(contested, 0), greatest(total - allocated, 0)) end) stored,
    primary key (tenant, invoice_id)
);
create index receivable_open on receivable (tenant, customer_id, due_on) where outstanding > 0;
create unique index receivable_number on receivable (tenant, seller_id, invoice_number);
select o2c_tenant_table('receivable');

create table cash_entry (
    tenant      varchar(64)    not null,
    cause_id    uuid           not null,
    customer_id varchar(64)    not null,
    seller_id   varchar(64)    not null,
    currency    varchar(3)     not null,
    amount      numeric(19,4)  not null,
    known_on    date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, cause_id)
);
create index cash_entry_account on cash_entry (tenant, customer_id, seller_id, currency);
select o2c_tenant_table('cash_entry');

-- Money received and not yet allocated: the sum of cash_entry.
create table cash_on_account (
    tenant      varchar(64)   not null,
    customer_id varchar(64)   not null,
    seller_id   varchar(64)   not null,
    currency    varchar(3)    not null,
    amount      numeric(19,4) not null,
    primary key (tenant, customer_id, seller_id, currency)
);
select o2c_tenant_table('cash_on_account');

create table step_taken (
    tenant           varchar(64)    not null,
    invoice_id       uuid           not null,
    opening          integer        not null,
    level            integer        not null,
    step             varchar(64)    not null,
    channel          varchar(20)    not null,
    tone             varchar(20)    not null,
    strategy_id      varchar(64)    not null,
    strategy_version integer        not null,
    taken_on         date           not null,
    message_id       uuid,
    recorded_at      timestamptz(3) not null default now(),
    primary key (tenant, invoice_id, opening, level)
);
comment on table step_taken is 'the key keeps a step from being taken twice for one opening of a receivable';
select o2c_tenant_table('step_taken');

create table dunning_run (
    tenant   varchar(64)    not null,
    day      date           not null,
    ran_at   timestamptz(3) not null default now(),
    accounts integer        not null default 0,
    steps    integer        not null default 0,
    messages integer        not null default 0,
    primary key (tenant, day)
);
select o2c_tenant_table('dunning_run');
