-- Legal entities over several customers. The row is what changes of a buyer's customers lock.
create table buyer (
  tenant   varchar(64) not null,
  buyer_id varchar(64) not null,
  version  integer     not null,
  primary key (tenant, buyer_id)
);
select o2c_tenant_table('buyer');

-- Everything that was ever said of a buyer.
create table buyer_version (
  tenant              varchar(64)    not null,
  buyer_id            varchar(64)    not null,
  version             integer        not null,
  name                varchar(200),
  registration_number varchar(64),
  insurer_buyer_ids   varchar(64)[]  not null,
  customer_ids        varchar(64)[]  not null,
  recorded_at         timestamptz(3) not null default now(),
  recorded_on         date           not null,
  primary key (tenant, buyer_id, version)
);
select o2c_append_only_table('buyer_version');

-- Which buyer a customer belongs to today.
create table customer_buyer (
  tenant      varchar(64)              not null,
  customer_id varchar(64) collate "C"  not null,
  buyer_id    varchar(64)              not null,
  primary key (tenant, customer_id)
);
create index customer_buyer_of_buyer on customer_buyer (tenant, buyer_id);
select o2c_tenant_table('customer_buyer');

-- Since when a customer belongs to which buyer (null: to none any more); the latest entry by a day counts.
create table buyer_member (
  tenant       varchar(64)    not null,
  customer_id  varchar(64)    not null,
  number       bigint         generated always as identity,
  buyer_id     varchar(64),
  effective_on date           not null,
  recorded_at  timestamptz(3) not null default now(),
  recorded_on  date           not null,
  primary key (tenant, customer_id, number)
);
create index buyer_member_of_buyer on buyer_member (tenant, buyer_id);
select o2c_append_only_table('buyer_member');

-- A limit is on a customer or on a buyer.
alter table insured_limit alter column customer_id drop not null;
alter table insured_limit add column buyer_id varchar(64);
alter table insured_limit add check ((customer_id is null) <> (buyer_id is null));
alter table insured_limit add column basis varchar(16);
alter table insured_limit_entry add column conditions varchar(500);
create index insured_limit_of_buyer on insured_limit (tenant, buyer_id) where buyer_id is not null;

-- Buyers that policies do not insure, by name; the highest number of an exclusion counts.
create table excluded_buyer (
  tenant       varchar(64)    not null,
  exclusion_id uuid           not null,
  number       integer        not null,
  policy_id    varchar(64),
  debtor_id    varchar(64)    not null,
  reason       varchar(500),
  from_on      date           not null,
  to_on        date,
  recorded_at  timestamptz(3) not null default now(),
  recorded_on  date           not null,
  primary key (tenant, exclusion_id, number)
);
create index excluded_buyer_of_debtor on excluded_buyer (tenant, debtor_id);
select o2c_append_only_table('excluded_buyer');

-- What the customer is and whose subsidiary.
alter table customer_country add column kind varchar(16);
alter table customer_country add column parent_id varchar(64);
create index customer_country_of_parent on customer_country (tenant, parent_id) where parent_id is not null;

-- What the insurer was told and what he agreed to.
create table insurer_report (
  tenant      varchar(64)    not null,
  report_id   uuid           not null,
  kind        varchar(32)    not null,
  policy_id   varchar(64)    not null,
  customer_id varchar(64)    not null,
  invoice_ids uuid[]         not null,
  reported_on date           not null,
  text        varchar(2000),
  reference   varchar(100),
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, report_id)
);
create index insurer_report_of_customer on insurer_report (tenant, customer_id);
select o2c_append_only_table('insurer_report');

create table insurer_consent (
  tenant      varchar(64)    not null,
  consent_id  uuid           not null,
  kind        varchar(32)    not null,
  policy_id   varchar(64)    not null,
  customer_id varchar(64)    not null,
  invoice_id  uuid,
  given_on    date           not null,
  until_on    date,
  reference   varchar(100),
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, consent_id)
);
create index insurer_consent_of_customer on insurer_consent (tenant, customer_id);
select o2c_append_only_table('insurer_consent');

-- The further days of an unpaid receivable.
alter table cover_deadline add column hand_over_days integer not null default 30;
alter table cover_deadline add column claim_days integer not null default 180;
alter table cover_deadline add column extended_until date;
alter table cover_deadline add column hand_over_on date;
alter table cover_deadline add column claim_on date;

-- Receivables dated ahead: the only ones a day that opens has to look at.
alter table receivable add column dated_ahead boolean not null default false;
create index receivable_dated_ahead on receivable (tenant, issued_on) where dated_ahead;
-- The owner sees no rows of any tenant while row-level security is forced.
alter table receivable no force row level security;
update receivable set dated_ahead = true where issued_on > changed_on;
alter table receivable force row level security;

-- Bad news of a customer, to be told to the insurer by a day.
create table adverse_information (
  tenant         varchar(64)    not null,
  information_id uuid           not null,
  policy_id      varchar(64)    not null,
  customer_id    varchar(64)    not null,
  information    varchar(500)   not null,
  known_on       date           not null,
  report_by      date           not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  primary key (tenant, information_id)
);
create index adverse_information_of_customer on adverse_information (tenant, customer_id);
select o2c_append_only_table('adverse_information');

-- What was last announced as not covered at all.
alter table customer_cover add column told_uncovered numeric(19, 4) not null default 0;
