-- The day a fact counts from: for money the day it reached the account. Null means the day it became known.
alter table receivable_entry add column valued_on date;

alter table seller add column country varchar(2);

-- Charges that were claimed: a debt of its own beside the invoice. What is waived stands in late_charge_waiver.
create table late_charge (
    tenant           varchar(64)    not null,
    charge_id        uuid           not null,
    invoice_id       uuid           not null,
    opening          integer        not null,
    invoice_number   varchar(200)   not null,
    customer_id      varchar(64)    not null,
    seller_id        varchar(64)    not null,
    currency         varchar(3)     not null,
    jurisdiction     varchar(2)     not null,
    principal        numeric(19,4)  not null,
    claimed_on       date           not null,
    interest         numeric(19,4)  not null check (interest >= 0),
    fixed_sum        numeric(19,4)  not null check (fixed_sum >= 0),
    collection_costs numeric(19,4)  not null check (collection_costs >= 0),
    provisional      boolean        not null,
    recorded_at      timestamptz(3) not null default now(),
    primary key (tenant, charge_id)
);
create unique index late_charge_once on late_charge (tenant, invoice_id, opening);
create index late_charge_of_customer on late_charge (tenant, customer_id);
select o2c_tenant_table('late_charge');

create table late_charge_waiver (
    tenant      varchar(64)    not null,
    waiver_id   uuid           not null,
    charge_id   uuid           not null,
    amount      numeric(19,4)  not null check (amount > 0),
    cause       varchar(40)    not null,
    waived_by   varchar(200),
    reason      varchar(1000),
    waived_on   date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, waiver_id),
    foreign key (tenant, charge_id) references late_charge
);
create index late_charge_waiver_of_charge on late_charge_waiver (tenant, charge_id);
select o2c_tenant_table('late_charge_waiver');
