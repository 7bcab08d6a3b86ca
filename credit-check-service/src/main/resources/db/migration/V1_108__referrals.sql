-- Held orders wait for a person, with a day by which he is to decide.
alter table credit_check
  add column referral_due_on       date,
  add column referral_announced_on date,
  add column released_at           timestamptz(3);
create index credit_check_referral on credit_check (tenant, referral_due_on, id)
  where referral_due_on is not null and status = 'answered';
