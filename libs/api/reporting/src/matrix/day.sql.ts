/** The day that matters for how somebody stands: of standing_dates s, whose standing on $1 is t.standing. */
export const DAY = `
  case
    when t.standing in ('overdue', 'not started', 'in progress') then s.due_on
    when t.standing = 'exempt' then (select upper(x) - 1 from unnest(s.exempt) x where x @> $1::date)
    else s.valid_until
  end`;
