-- Whether a credit note took back what was wrong from the first day: it then counts from the due day of each invoice.
create table heard_credit_note (
  tenant         varchar(64) not null,
  credit_note_id uuid        not null,
  from_the_start boolean     not null,
  primary key (tenant, credit_note_id)
);
select o2c_tenant_table('heard_credit_note');

-- Which payment a part came from, so that it can be undone, and whether it was money or something granted.
alter table behaviour_part add column payment_id uuid;
alter table behaviour_part add column money boolean not null default true;
