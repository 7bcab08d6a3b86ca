-- Payment terms as agreed in general: every change is a version of its own, none is ever overwritten.
create table payment_terms (
  tenant         varchar(64)    not null,
  terms_id       varchar(64)    not null,
  version        integer        not null,
  effective_from date           not null,
  content        jsonb          not null,
  recorded_at    timestamptz(3) not null default now(),
  primary key (tenant, terms_id, version)
);
select o2c_append_only_table('payment_terms');

-- Which version a customer accepted, and since when it counts.
create table terms_acceptance (
  id          uuid           primary key,
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  seller_id   varchar(64)    not null,
  terms_id    varchar(64)    not null,
  version     integer        not null,
  accepted_on date           not null,
  evidence    varchar(500),
  recorded_at timestamptz(3) not null default now(),
  foreign key (tenant, terms_id, version) references payment_terms (tenant, terms_id, version)
);
create index terms_acceptance_of_customer on terms_acceptance (tenant, customer_id, seller_id, accepted_on, id);
select o2c_append_only_table('terms_acceptance');

-- An invoice payable in instalments is one receivable per instalment; the first keeps number and lines.
alter table receivable
  add column terms_id      varchar(64),
  add column terms_version integer,
  add column instalment    integer not null default 1,
  add column instalments   integer not null default 1,
  add column instalment_of uuid references receivable (id);
create index receivable_instalment_of on receivable (instalment_of) where instalment_of is not null;
