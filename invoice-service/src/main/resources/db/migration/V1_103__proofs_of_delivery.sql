-- Who signed for what: for one delivery, or for everything an invoice bills.
create table proof_of_delivery (
  id            uuid           primary key,
  tenant        varchar(64)    not null,
  customer_id   varchar(64)    not null,
  seller_id     varchar(64)    not null,
  receivable_id uuid           references receivable (id),
  delivery_id   varchar(100),
  signer        varchar(200)   not null,
  signed_at     timestamptz(3) not null,
  signed_on     date           not null,
  hash          varchar(64)    not null,
  document      varchar(500),
  recorded_at   timestamptz(3) not null default now(),
  check (receivable_id is not null or delivery_id is not null)
);
create index proof_of_delivery_of_invoice on proof_of_delivery (receivable_id);
create index proof_of_delivery_of_delivery on proof_of_delivery (tenant, customer_id, seller_id, delivery_id);
select o2c_append_only_table('proof_of_delivery');

-- Whether it was said that a proof is missing; said once.
alter table receivable add column proof_missing_on date;
create index receivable_with_deliveries on receivable (tenant, coalesce(delivered_on, issued_on), id)
  where delivery_ids <> '{}' and proof_missing_on is null;
