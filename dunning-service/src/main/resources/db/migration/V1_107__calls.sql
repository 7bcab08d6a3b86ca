-- What was said on the phone, or that nobody answered; never changed.
create table call_log (
    tenant       varchar(64)    not null,
    log_id       uuid           not null,
    call_id      uuid,
    customer_id  varchar(64)    not null,
    seller_id    varchar(64),
    purpose      varchar(20)    not null,
    outcome      varchar(20)    not null,
    reason_code  varchar(40),
    note         varchar(4000),
    person       varchar(200),
    made_by      varchar(200)   not null,
    called_on    date           not null,
    next_call_on date,
    effect_id    uuid,
    recorded_at  timestamptz(3) not null default now(),
    primary key (tenant, log_id)
);
comment on column call_log.person is 'personal data';
create index call_log_of_call on call_log (tenant, call_id);
create index call_log_of_customer on call_log (tenant, customer_id, log_id);
select o2c_tenant_table('call_log');
create index message_calls on message (tenant, message_id) where channel = 'call';
