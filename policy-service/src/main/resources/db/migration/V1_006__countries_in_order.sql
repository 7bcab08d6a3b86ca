-- The order in which countries were told: entries of one batch carry the same instant.
alter table customer_country add column told bigint generated always as identity;
