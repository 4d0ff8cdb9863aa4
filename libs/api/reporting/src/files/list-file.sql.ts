/** As the contract has moments. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const LIST_FILES = `
  select f.id, f.list, f.format, f.title, f.narrowed, ${instant('f.asked_at')} as "askedAt", f.state, f.done, f.total, f.refusal,
    f.size::float8 as size, f.schedule_run_id is not null as scheduled, ${instant('f.ends_at')} as "endsAt"
  from list_file f`;
