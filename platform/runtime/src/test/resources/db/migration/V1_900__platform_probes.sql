create table probe_sum (
  tenant varchar(64) not null,
  job_id uuid        not null,
  value  bigint      not null
);
select o2c_tenant_table('probe_sum');
