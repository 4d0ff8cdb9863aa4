-- Bringing in long files.

/*
 * Gathers statistics of the rows of imports: tens of thousands have just been written, and whoever plans without knowing takes
 * them for a few. The product's own role owns no table and may not gather them itself.
 */
create function count_import_rows() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze import_row;
end
$$;
