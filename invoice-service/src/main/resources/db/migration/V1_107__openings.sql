-- What was taken over from a former ledger, and by which figures it was checked.
create table opening (
  id             uuid           primary key,
  tenant         varchar(64)    not null,
  seller_id      varchar(64)    not null,
  as_of          date           not null,
  quiet_until    date,
  control_totals jsonb          not null,
  recorded_at    timestamptz(3) not null default now(),
  foreign key (tenant, seller_id) references seller (tenant, seller_id)
);
create index opening_in_order on opening (tenant, id);
select o2c_append_only_table('opening');
