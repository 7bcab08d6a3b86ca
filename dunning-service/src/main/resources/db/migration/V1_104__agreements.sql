create table hold (
    tenant         varchar(64)    not null,
    hold_id        uuid           not null,
    customer_id    varchar(64)    not null,
    seller_id      varchar(64),
    invoice_id     uuid,
    invoice_number varchar(200),
    reason         varchar(1000)  not null,
    owner          varchar(200)   not null,
    set_by         varchar(200)   not null,
    set_on         date           not null,
    until_on       date           not null,
    cause          varchar(20),
    ended_by       varchar(200),
    ended_on       date,
    ended_at       timestamptz(3),
    recorded_at    timestamptz(3) not null default now(),
    primary key (tenant, hold_id),
    check (until_on >= set_on)
);
create index hold_of_customer on hold (tenant, customer_id);
create index hold_running on hold (tenant, until_on) where ended_on is null;
select o2c_tenant_table('hold');

create table promise (
    tenant            varchar(64)    not null,
    promise_id        uuid           not null,
    customer_id       varchar(64)    not null,
    seller_id         varchar(64)    not null,
    currency          varchar(3)     not null,
    amount            numeric(19,4)  not null check (amount > 0),
    promised_on       date           not null,
    last_day          date           not null,
    tolerance_days    integer        not null,
    tolerance_amount  numeric(19,4)  not null,
    channel           varchar(20),
    person            varchar(200),
    taken_by          varchar(200)   not null,
    made_on           date           not null,
    outcome           varchar(20),
    received          numeric(19,4),
    ended_on          date,
    ended_at          timestamptz(3),
    recorded_at       timestamptz(3) not null default now(),
    primary key (tenant, promise_id)
);
comment on column promise.person is 'personal data';
create index promise_open on promise (tenant, customer_id) where ended_on is null;
select o2c_tenant_table('promise');

create table payment_plan (
    tenant      varchar(64)    not null,
    plan_id     uuid           not null,
    customer_id varchar(64)    not null,
    seller_id   varchar(64)    not null,
    currency    varchar(3)     not null,
    amount      numeric(19,4)  not null check (amount > 0),
    consent_id  varchar(200),
    agreed_by   varchar(200)   not null,
    agreed_on   date           not null,
    outcome     varchar(20),
    received    numeric(19,4),
    ended_on    date,
    ended_at    timestamptz(3),
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, plan_id)
);
create index payment_plan_open on payment_plan (tenant, customer_id) where ended_on is null;
select o2c_tenant_table('payment_plan');

create table instalment (
    tenant  varchar(64)   not null,
    plan_id uuid          not null,
    number  integer       not null,
    due_on  date          not null,
    amount  numeric(19,4) not null,
    primary key (tenant, plan_id, number),
    foreign key (tenant, plan_id) references payment_plan
);
select o2c_tenant_table('instalment');

-- The invoices of a promise or plan, with what was open on them when it was made.
create table agreed_item (
    tenant         varchar(64)   not null,
    agreement_id   uuid          not null,
    invoice_id     uuid          not null,
    invoice_number varchar(200)  not null,
    open_then      numeric(19,4) not null,
    running        boolean       not null default true,
    primary key (tenant, agreement_id, invoice_id)
);
create unique index agreed_item_once on agreed_item (tenant, invoice_id) where running;
select o2c_tenant_table('agreed_item');

create table inquiry (
    tenant         varchar(64)    not null,
    inquiry_id     uuid           not null,
    customer_id    varchar(64)    not null,
    seller_id      varchar(64),
    invoice_id     uuid,
    invoice_number varchar(200),
    kind           varchar(20)    not null,
    text           varchar(4000)  not null,
    noted_by       varchar(200)   not null,
    opened_on      date           not null,
    due_on         date           not null,
    breached_on    date,
    answer         varchar(4000),
    answered_by    varchar(200),
    answered_on    date,
    ended_at       timestamptz(3),
    recorded_at    timestamptz(3) not null default now(),
    primary key (tenant, inquiry_id)
);
create index inquiry_open on inquiry (tenant, due_on) where answered_on is null;
create index inquiry_of_customer on inquiry (tenant, customer_id);
select o2c_tenant_table('inquiry');

-- What the insurer's cover says of a customer, as far as a payment plan must know it.
create table insured_customer (
    tenant      varchar(64) not null,
    customer_id varchar(64) not null,
    policy_id   varchar(64) not null,
    sequence    bigint      not null,
    insured     boolean     not null,
    primary key (tenant, customer_id, policy_id)
);
select o2c_tenant_table('insured_customer');
