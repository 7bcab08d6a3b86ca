-- A day is finished when all its sweeps have ended; until then they go on, a part at a time.
alter table business_day add column finished boolean not null default true;
create index business_day_unfinished on business_day (tenant, day) where not finished;
