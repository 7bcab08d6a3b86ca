-- Claims filed with the insurer. Money in the policy's currency.
create table claim (
  tenant         varchar(64)    not null,
  claim_id       uuid           not null,
  policy_id      varchar(64)    not null,
  policy_version integer        not null,
  customer_id    varchar(64)    not null,
  currency       varchar(3)     not null,
  cause          varchar(16)    not null,
  status         varchar(16)    not null,
  handed_over_on date,
  filed_on       date           not null,
  loss_on        date           not null,
  loss           numeric(19, 4) not null,
  covered        numeric(19, 4) not null,
  percentage     numeric(12, 6) not null,
  before_loss    numeric(19, 4) not null default 0,
  indemnity      numeric(19, 4),
  settled_on     date,
  steps          jsonb          not null default '[]',
  afl_left       numeric(19, 4),
  liability_left numeric(19, 4),
  version        integer        not null,
  recorded_at    timestamptz(3) not null default now(),
  recorded_on    date           not null,
  primary key (tenant, claim_id)
);
create index claim_of_customer on claim (tenant, customer_id);
create index claim_of_policy on claim (tenant, policy_id, policy_version);
select o2c_tenant_table('claim');

-- The receivables claimed; one stands in one claim only.
create table claim_invoice (
  tenant      varchar(64)    not null,
  invoice_id  uuid           not null,
  claim_id    uuid           not null,
  outstanding numeric(19, 4) not null,
  covered     numeric(19, 4) not null,
  primary key (tenant, invoice_id),
  foreign key (tenant, claim_id) references claim (tenant, claim_id)
);
select o2c_tenant_table('claim_invoice');

-- What came in on a claim: before the day of loss it lowers the loss, after it is shared.
create table claim_recovery (
  tenant      varchar(64)    not null,
  recovery_id uuid           not null,
  claim_id    uuid           not null,
  received_on date           not null,
  amount      numeric(19, 4) not null,
  costs       numeric(19, 4) not null,
  insurer     numeric(19, 4) not null,
  seller      numeric(19, 4) not null,
  after_loss  boolean        not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, recovery_id)
);
create index claim_recovery_of_claim on claim_recovery (tenant, claim_id);
select o2c_append_only_table('claim_recovery');

-- Papers that belong into claim packs; only their hashes are kept here.
create table invoice_paper (
  tenant      varchar(64)    not null,
  paper_id    uuid           not null,
  customer_id varchar(64)    not null,
  invoice_id  uuid,
  kind        varchar(32)    not null,
  name        varchar(200)   not null,
  sha256      varchar(64)    not null,
  recorded_at timestamptz(3) not null default now(),
  recorded_on date           not null,
  primary key (tenant, paper_id)
);
create index invoice_paper_of_customer on invoice_paper (tenant, customer_id);
select o2c_append_only_table('invoice_paper');
