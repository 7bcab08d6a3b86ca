-- How far dunning of each receivable got, kept beside it: the sum of step_taken for the opening it belongs to.
alter table receivable
    add column step_opening    integer,
    add column step_level      integer,
    add column last_step_on    date,
    add column last_written_on date;

update receivable r
   set step_opening = s.opening, step_level = s.level, last_step_on = s.last_step_on, last_written_on = s.last_written_on
  from (select distinct on (tenant, invoice_id) tenant, invoice_id, opening, max(level) as level,
               max(taken_on) as last_step_on,
               max(taken_on) filter (where channel in ('email', 'letter') and level > 0) as last_written_on
          from step_taken group by tenant, invoice_id, opening order by tenant, invoice_id, opening desc) s
 where r.tenant = s.tenant and r.invoice_id = s.invoice_id;

-- A run goes on customer by customer, in transactions of its own; it is over when it has an end.
alter table dunning_run
    add column position    varchar(64) not null default '',
    add column finished_at timestamptz(3);
update dunning_run set finished_at = ran_at;

-- While a pause lasts no step is taken: for one invoice, or for all of a customer's (with one seller, where it is named).
create table pause (
    tenant      varchar(64)    not null,
    pause_id    uuid           not null,
    cause_id    uuid           not null,
    customer_id varchar(64)    not null,
    seller_id   varchar(64),
    invoice_id  uuid,
    kind        varchar(20)    not null check (kind in ('hold', 'promise', 'plan', 'inquiry')),
    known_on    date           not null,
    until_on    date           not null,
    ended_on    date,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant, pause_id)
);
create index pause_of_cause on pause (tenant, cause_id);
create index pause_of_customer on pause (tenant, customer_id);
select o2c_tenant_table('pause');
