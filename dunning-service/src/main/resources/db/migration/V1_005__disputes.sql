create table dispute (
    tenant         varchar(64)    not null,
    dispute_id     uuid           not null,
    invoice_id     uuid           not null,
    invoice_number varchar(200)  not null,
    customer_id    varchar(64)    not null,
    seller_id      varchar(64)    not null,
    currency       varchar(3)     not null,
    amount         numeric(19,4)  not null check (amount > 0),
    code           varchar(40)    not null,
    text           varchar(4000),
    opened_by      varchar(200)   not null,
    opened_on      date           not null,
    outcome        varchar(40),
    resolved_by    varchar(200),
    resolved_on    date,
    recorded_at    timestamptz(3) not null default now(),
    primary key (tenant, dispute_id),
    check ((outcome is null) = (resolved_on is null))
);
create index dispute_of_invoice on dispute (tenant, invoice_id);
create index dispute_of_customer on dispute (tenant, customer_id);
select o2c_tenant_table('dispute');
