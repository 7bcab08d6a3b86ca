-- Who the customer is, beyond his kind: a sole trader is a business and a human being.
alter table customer
  add column natural_person boolean,
  add column legal_form     varchar(64),
  add column size           varchar(16),
  add column related_party  boolean,
  add column vat_status     varchar(32);
