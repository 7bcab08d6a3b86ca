-- Insolvencies of customers. Court, case and administrator may point to persons: they are in no event.
create table insolvency (
  tenant        varchar(64)    not null,
  insolvency_id uuid           not null,
  customer_id   varchar(64)    not null,
  kind          varchar(32)    not null,
  opened_on     date           not null,
  court         varchar(200),
  case_number   varchar(100),
  administrator text,
  source        varchar(200)   not null,
  registered_by varchar(200)   not null,
  registered_on date           not null,
  ended_on      date,
  end_reason    varchar(500),
  recorded_at   timestamptz(3) not null default now(),
  primary key (tenant, insolvency_id)
);
create unique index insolvency_open on insolvency (tenant, customer_id) where ended_on is null;
create index insolvency_customer on insolvency (tenant, customer_id, insolvency_id);
select o2c_tenant_table('insolvency');
