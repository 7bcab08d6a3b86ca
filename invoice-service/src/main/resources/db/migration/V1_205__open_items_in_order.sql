-- The live list of open items, oldest due day first.
create index receivable_open_in_order on receivable (tenant, due_on, id) where outstanding > 0;
