-- The most days from delivery to issue that a seller allows itself.
alter table seller add column invoicing_days integer not null default 14 check (invoicing_days between 0 and 365);

-- What makes the amount to be paid differ from the total, and the day that counts for insurance when the due day moved.
alter table receivable
  add column prepaid       numeric(19,4),
  add column rounding      numeric(19,4),
  add column origin        varchar(16),
  add column policy_due_on date;
