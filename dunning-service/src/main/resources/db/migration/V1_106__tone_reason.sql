alter table message add column tone_reason varchar(200) not null default '';
