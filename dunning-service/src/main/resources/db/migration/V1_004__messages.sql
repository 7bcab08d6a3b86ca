-- What was said to the customers: one row per customer, seller, currency and day, with the text as it left. The
-- addressee stands apart, so that he can be forgotten without touching the text.
create table message (
    tenant           varchar(64)    not null,
    message_id       uuid           not null,
    customer_id      varchar(64)    not null,
    seller_id        varchar(64)    not null,
    currency         varchar(3)     not null,
    sent_on          date           not null,
    level            integer        not null,
    step             varchar(64)    not null,
    channel          varchar(20)    not null,
    tone             varchar(20)    not null,
    strategy_version integer        not null,
    amount           numeric(19,4)  not null,
    netted           numeric(19,4)  not null,
    language         varchar(2)     not null,
    addressee        varchar(1000),
    subject          varchar(1000)  not null,
    body             text           not null,
    recorded_at      timestamptz(3) not null default now(),
    primary key (tenant, message_id)
);
comment on column message.addressee is 'personal data';
create unique index message_one_a_day on message (tenant, customer_id, seller_id, currency, sent_on);
create index message_sent_on on message (tenant, sent_on);
select o2c_tenant_table('message');

create table message_line (
    tenant         varchar(64)   not null,
    message_id     uuid          not null,
    invoice_id     uuid          not null,
    invoice_number varchar(200) not null,
    due_on         date          not null,
    outstanding    numeric(19,4) not null,
    disputed       numeric(19,4) not null,
    level          integer       not null,
    step_taken     boolean       not null,
    primary key (tenant, message_id, invoice_id),
    foreign key (tenant, message_id) references message
);
select o2c_tenant_table('message_line');
