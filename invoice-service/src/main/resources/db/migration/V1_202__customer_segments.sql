-- The segment credit-check-service gave a customer, for figures by segment.
alter table customer add column segment varchar(64);
