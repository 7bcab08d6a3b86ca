-- Beside issued and paid a receivable moves by: reversed (+), discount (-), credited (-), written-off (-: the claim
-- ends), bookkeeping (-: out of the books only, the customer still owes it).
alter table receivable
  -- What is out of the books but still owed.
  add column claim_only numeric(19, 4) not null default 0,
  -- The last business day on which what is open moved; last_paid_on is that of money that stayed.
  add column last_moved_on date,
  -- due_on is the policy's; the day agreed with the customer and the first one are kept where they differ.
  add column agreed_due_on date,
  add column first_due_on date;
create index receivable_claim_only on receivable (tenant, customer_id) where claim_only <> 0;
-- The owner sees no rows of any tenant while row-level security is forced.
alter table receivable no force row level security;
update receivable set last_moved_on = last_paid_on where last_paid_on is not null;
alter table receivable force row level security;

-- Due days that policies count from, as they came to be known; before the first of them first_due_on counts.
create table receivable_due_day (
  tenant      varchar(64)    not null,
  told        bigint         generated always as identity,
  invoice_id  uuid           not null,
  due_on      date           not null,
  recorded_at timestamptz(3) not null,
  recorded_on date           not null,
  cause       uuid           not null,
  primary key (tenant, invoice_id, told)
);
select o2c_append_only_table('receivable_due_day');

-- What a customer has on account: payments (received, allocated, charges, refund, small-difference, reversed) and
-- credit notes (credit, credit-allocated), by the id of either. One event may count on several days.
alter table cash_entry drop constraint cash_entry_pkey;
alter table cash_entry add primary key (tenant, payment_id, kind, cause, business_day);
