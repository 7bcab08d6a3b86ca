-- The latest version per policy; what If-Match compares.
create table policy (
  tenant    varchar(64) not null,
  policy_id varchar(64) not null,
  version   integer     not null,
  primary key (tenant, policy_id)
);
select o2c_tenant_table('policy');

-- Effective-dated: a later version replaces the earlier ones from its valid_from on. Rows are added, never changed.
create table policy_version (
  tenant                   varchar(64)    not null,
  policy_id                varchar(64)    not null,
  version                  integer        not null,
  valid_from               date           not null,
  valid_to                 date           not null,
  currency                 varchar(3)     not null,
  insured_percentage       numeric(12, 6) not null,
  discretionary_amount     numeric(19, 4),
  discretionary_percentage numeric(12, 6),
  rule                     varchar(16)    not null,
  max_term_days            integer,
  invoicing_days           integer,
  extension_value          integer        not null,
  extension_unit           varchar(8)     not null,
  extension_anchor         varchar(8)     not null,
  report_days              integer        not null,
  claim_days               integer        not null,
  cover_basis              varchar(8)     not null,
  countries                varchar(2)[]   not null,
  insured_seller_ids       varchar(64)[]  not null,
  dispute_scope            varchar(16)    not null,
  minimum_overdue          numeric(19, 4),
  recorded_at              timestamptz(3) not null default now(),
  recorded_on              date           not null,
  primary key (tenant, policy_id, version),
  check (valid_to >= valid_from)
);
select o2c_append_only_table('policy_version');
