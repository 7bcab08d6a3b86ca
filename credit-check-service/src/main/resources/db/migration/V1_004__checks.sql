-- Questions and answers, with all that an answer rests on (facts) and the rules that decided (rules_version).
create table credit_check (
  id                  uuid           primary key,
  tenant              varchar(64)    not null,
  customer_id         varchar(64)    not null,
  purpose             varchar(16)    not null,
  order_id            varchar(200),
  amount              numeric(19, 4) not null check (amount > 0),
  currency            varchar(3)     not null,
  payment_term_days   integer,
  verdict             varchar(32)    not null,
  decision            text           not null,
  facts               text           not null,
  rules_version       integer        not null,
  status              varchar(16)    not null,
  checked_on          date           not null,
  checked_at          timestamptz(3) not null default now(),
  checked_by          varchar(200)   not null,
  expires_on          date           not null
);
create index credit_check_customer on credit_check (tenant, customer_id, id);
create index credit_check_order on credit_check (tenant, order_id, id) where order_id is not null;
create index credit_check_list on credit_check (tenant, id);
select o2c_tenant_table('credit_check');

-- What is insured of a customer's debt, as policy-service last told.
create table customer_cover (
  tenant      varchar(64)    not null,
  customer_id varchar(64)    not null,
  policy_id   varchar(64)    not null,
  insured     numeric(19, 4),
  uninsured   numeric(19, 4),
  currency    varchar(3),
  stop_on     date,
  heard_on    date           not null,
  primary key (tenant, customer_id, policy_id)
);
select o2c_tenant_table('customer_cover');
