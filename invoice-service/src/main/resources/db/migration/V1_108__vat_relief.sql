-- VAT that was claimed back on what was not paid, and what of it is owed again because money came after all.
create table vat_relief_claim (
  tenant        varchar(64)    not null,
  receivable_id uuid           not null references receivable (id),
  seller_id     varchar(64)    not null,
  period        varchar(7)     not null,
  claimed_on    date           not null,
  currency      varchar(3)     not null,
  unpaid        numeric(19,4)  not null check (unpaid > 0),
  relief        numeric(19,4)  not null,
  due_again     numeric(19,4)  not null default 0,
  recorded_at   timestamptz(3) not null default now(),
  primary key (tenant, receivable_id)
);
create index vat_relief_claim_of_period on vat_relief_claim (tenant, seller_id, period);
select o2c_tenant_table('vat_relief_claim');

-- The day on which it was said that VAT can be claimed back; said once.
alter table receivable add column vat_relief_told_on date;
create index receivable_unpaid_vat on receivable (tenant, (coalesce(policy_due_on, due_on)), id)
  where vat_amount > 0 and outstanding > 0 and vat_relief_told_on is null;
