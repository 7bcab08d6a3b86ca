-- Today's figures per customer in the tenant's base currency. Facts move the sums at once and leave the row behind the
-- facts (fresh = false) until the derivation has looked at it again. Always: outstanding = insured + uninsured.
-- terms_number: the number in cover_terms that the figures rest on; a lower one is behind too.
create table customer_cover (
  tenant               varchar(64)    not null,
  customer_id          varchar(64) collate "C" not null,
  outstanding          numeric(19, 4) not null default 0,
  insured              numeric(19, 4) not null default 0,
  uninsured            numeric(19, 4) not null default 0,
  reason_codes         varchar(64)[]  not null default '{}',
  reason_amounts       numeric[]      not null default '{}',
  policy_id            varchar(64),
  limit_amount         numeric(19, 4),
  stop_on              date,
  derived_on           date,
  fresh                boolean        not null default false,
  terms_number         bigint         not null default 0,
  told_outstanding     numeric(19, 4) not null default 0,
  told_insured         numeric(19, 4) not null default 0,
  told_policy_id       varchar(64),
  primary key (tenant, customer_id),
  check (outstanding = insured + uninsured)
);
create index customer_cover_ranked on customer_cover (tenant, uninsured desc, customer_id) where outstanding <> 0;
create index customer_cover_behind on customer_cover (tenant, customer_id) where not fresh;
create index customer_cover_terms on customer_cover (tenant, terms_number) where outstanding <> 0;
select o2c_tenant_table('customer_cover');

-- Counts what changes the cover of all customers at once: policies agreed, begun or ended.
create table cover_terms (
  tenant varchar(64) primary key,
  number bigint      not null
);
select o2c_tenant_table('cover_terms');
