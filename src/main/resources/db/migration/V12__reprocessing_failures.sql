-- Files that a reprocessing could not look at: how many, and the first hundred.
alter table reprocessing add failed bigint not null default 0;
alter table reprocessing add failed_files uuid[] not null default '{}';
