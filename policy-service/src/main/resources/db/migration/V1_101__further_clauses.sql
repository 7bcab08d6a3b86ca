-- The clauses on scope, conduct, losses and premium, as a document: they are read with their version, never searched.
alter table policy_version add column further jsonb not null default '{}';
