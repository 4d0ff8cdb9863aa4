-- Uploads that go on after a break, uploads that wait for the malware scan, and which stored files are used.

-- Files that arrive over several requests. Their bytes lie outside the database; the row says whose they are.
create table arriving_upload (
  id uuid primary key,
  kind text not null,
  name text not null,
  size bigint not null check (size > 0),
  created_by uuid not null references person,
  created_at timestamptz not null,
  -- Moves on with every piece that arrives.
  expires_at timestamptz not null,
  -- When the last byte came: from then on a job makes an upload of it, with the same id.
  complete_at timestamptz
);
create index arriving_upload_person_idx on arriving_upload (created_by);
create index arriving_upload_expires_idx on arriving_upload (expires_at);

-- What an upload that waits is waiting for, besides its turn.
alter table upload add column waiting_for text check (waiting_for in ('malware-scan'));
create index upload_unfinished_idx on upload (created_at) where state in ('waiting', 'processing');

-- Asked for every file that might be removed.
create index package_file_sha256_idx on package_file (sha256);
create index upload_sha256_idx on upload (sha256);

-- Every column that names a stored file: by its name, so that a table made later is never forgotten. A hash that is no
-- address of a file must not be called so.
create function stored_file_columns() returns table (of_table regclass, of_column name) language sql stable as $$
  select c.oid::regclass, a.attname
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and a.atttypid = 'text'::regtype and (a.attname = 'sha256' or a.attname like '%\_sha256')
$$;

-- Which of these addresses a row names; of all addresses when none are given. What was refused is kept by nobody.
create function used_files(addresses text[]) returns setof text language plpgsql stable as $$
declare
  part record;
begin
  for part in select * from stored_file_columns() loop
    return query execute format(
      'select distinct %1$I from %2$s where %1$I is not null and ($1 is null or %1$I = any ($1))%3$s',
      part.of_column, part.of_table,
      case when part.of_table = 'upload'::regclass then ' and state <> ''refused''' else '' end
    ) using addresses;
  end loop;
end
$$;
