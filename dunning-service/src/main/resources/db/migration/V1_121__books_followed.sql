-- Everything that lowers a receivable is summed in allocated: money, credits, discount, and what was given up for good.
-- What was written off in the books only is summed in lives_on: the customer still owes it.
alter table receivable_entry drop constraint receivable_entry_kind_check;
alter table receivable_entry
    add column payment_id uuid,
    add constraint receivable_entry_kind_check check (kind in ('allocated', 'credited', 'discounted', 'given-up',
        'lives-on', 'contested', 'settled', 'reopened', 'overdue', 'withdrawn', 'deferred'));

alter table receivable
    drop column outstanding,
    drop column disputed;
alter table receivable
    add column lives_on          numeric(19,4) not null default 0,
    add column overdue_on        date,
    add column lifted_on         date,
    add column agreed_due_on     date,
    add column agreed_payable_on date,
    add column due_sequence      bigint,
    add column level_reached     integer,
    add column level_reached_on  date,
    add column declared boolean generated always as (
        overdues > withdrawals and (lifted_on is null or coalesce(overdue_on > lifted_on, false))) stored,
    add column outstanding numeric(19,4) generated always as (
        case when settlements > reopenings then greatest(least(lives_on, total - allocated), 0)
             else greatest(total - allocated, 0) end) stored,
    add column disputed numeric(19,4) generated always as (
        least(greatest(contested, 0),
              case when settlements > reopenings then greatest(least(lives_on, total - allocated), 0)
                   else greatest(total - allocated, 0) end)) stored;
update receivable set agreed_due_on = due_on, agreed_payable_on = payable_on;
create index receivable_open on receivable (tenant, customer_id, due_on) where outstanding > 0;
comment on column receivable.agreed_due_on is 'as first announced; due_on and payable_on are those of the last change';
comment on column receivable.lifted_on is 'the last day on which a declaration of overdue ceased to count';
comment on column receivable.level_reached is 'the last level of dunning before the receivable was taken over';

-- Every other day that was agreed or corrected, in the order of the publisher.
create table due_day (
    tenant      varchar(64)    not null,
    cause_id    uuid           not null,
    invoice_id  uuid           not null,
    sequence    bigint         not null,
    due_on      date           not null,
    payable_on  date           not null,
    known_on    date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, cause_id)
);
create index due_day_of_invoice on due_day (tenant, invoice_id, sequence);
select o2c_tenant_table('due_day');

-- What was paid of the charges of an invoice; negative when the payment turned out to be none.
create table late_charge_payment (
    tenant      varchar(64)    not null,
    cause_id    uuid           not null,
    invoice_id  uuid           not null,
    payment_id  uuid           not null,
    amount      numeric(19,4)  not null,
    booked_on   date           not null,
    known_on    date           not null,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, cause_id, invoice_id)
);
create index late_charge_payment_of_invoice on late_charge_payment (tenant, invoice_id);
select o2c_tenant_table('late_charge_payment');
