-- The sender's own id of a payment, such as the bank's: told twice it is booked once.
alter table payment add column external_id varchar(100);
create unique index payment_external on payment (tenant, external_id) where external_id is not null;
