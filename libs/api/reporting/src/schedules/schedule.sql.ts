import { instant } from '../files/list-file.sql.js';

/** Of schedule s, as the contract has it. */
export const CADENCE = `
  case s.every when 'week' then json_build_object('every', 'week', 'weekday', s.on_day, 'at', s.at_time)
  else json_build_object('every', 'month', 'day', case when s.on_day = 0 then to_json('last'::text) else to_json(s.on_day) end,
    'at', s.at_time) end as cadence`;

const OPEN = `(select count(*)::int from list_file f where f.schedule_run_id = r.id and f.state in ('waiting', 'making'))`;

/** Of schedule_run r. */
export const RUN = `
  r.id, ${instant('r.due_at')} as "dueAt", r.late, r.missed, r.refusal,
  case when r.state <> 'begun' then r.state when ${OPEN} > 0 then 'making' else 'done' end as state,
  (select count(*)::int from schedule_delivery d where d.run_id = r.id and d.outcome = 'made') as made,
  ${OPEN} + (select count(*)::int from schedule_delivery d where d.run_id = r.id) as people`;

/** $1 who reads, $2 whether they are of the People Team: one's own, and for those everybody's. */
export const SEEN = '(s.person_id = any (persons_as($1)) or $2::boolean)';

export const SCHEDULE = `
  select s.id, s.version, s.name, s.list, s.format, s.filters, ${CADENCE}, s.state, ${instant('s.next_at')} as "nextAt",
    s.person_id = any (persons_as($1)) as mine, concat_ws(' ', o.given_name, o.family_name) as "ownerName",
    (select count(*)::int from schedule_recipient c
      where c.schedule_id = s.id and c.removed_at is null and c.stopped_at is null) as receiving,
    (select to_json(l) from (select ${RUN} from schedule_run r where r.schedule_id = s.id order by r.id desc limit 1) l) as "lastRun"
  from schedule s join person o on o.id = who_is(s.person_id)
  where ${SEEN}`;
