import type { MatrixParts } from '../matrix/matrix-sql.js';
import { answers, isCompletion, isGivenUp, learners, wrongAtLast } from './learners.sql.js';

const MONTHS = 12;
/** Asked less often, a question says nothing. */
const LEAST_ASKED = 10;
const SHOWN = 10;

/** What of evidence w waits for the reader of people whom the filters leave, today or from their first day on. */
const ofWhom = ({ ever }: MatrixParts): string => `exists (
  select from evidence_submission s join engagement e on e.person_id = s.person_id join person p on p.id = e.person_id
  where s.id = w.thing_id and (e.ends_on is null or e.ends_on >= $1) and ${ever})`;

/** What is learnt by those whom the reader sees; `all` for whoever sees everybody, `narrowed` where filters leave only some. */
export const overviewLearning = (parts: MatrixParts, all: boolean, narrowed: boolean): string => `
  with ${learners(parts)},
  done as (
    select m.month, k.n, k.people
    from generate_series(date_trunc('month', $1::timestamp) - interval '${MONTHS - 1} months', $1::timestamp, interval '1 month') m(month)
    cross join lateral (
      -- Each chain's entries are counted before anybody is looked up: there are many more of them.
      select coalesce(sum(c.n), 0)::int as n, count(distinct h.person_id)::int as people
      from (
        select l.person_id as chain, count(*) as n from ledger_entry l
        where l.completed_on >= m.month::date and l.completed_on < least((m.month + interval '1 month')::date, $1::date + 1)
          and ${isCompletion(all)}
        group by 1
      ) c join chains h on h.chain = c.chain
    ) k
  ),
  enrolled as materialized (
    select n.id, n.path_id, n.path_version_id, n.person_id, n.anchor_on
    from path_enrolment n
    join learning_path l on l.id = n.path_id and l.kind = 'onboarding'
    join engagement e on e.id = n.engagement_id
    join person p on p.id = n.person_id
    where n.state = 'open' and ${parts.ever}
  ),
  paths as (
    select n.path_id, count(*)::int as people,
      count(*) filter (where k.done = k.total)::int as done,
      count(*) filter (where k.done <> k.total and k.overdue > 0)::int as overdue,
      count(*) filter (where k.done <> k.total and k.overdue = 0 and k.moved)::int as under_way,
      count(*) filter (where k.done <> k.total and k.overdue = 0 and not k.moved)::int as not_started,
      percentile_cont(0.5) within group (order by d.days) as days
    from path_counts((select array_agg(id) from enrolled), $1) k
    join enrolled n on n.id = k.enrolment_id
    left join lateral (
      select greatest(max(s.completed_on), max(t.done_on)) - n.anchor_on as days
      from path_stage g
      join path_step x on x.stage_id = g.id
      left join standing_dates s on s.course_id = x.course_id and s.person_id = n.person_id
      left join path_task t on t.path_enrolment_id = n.id and t.step_key = x.key
      where g.path_version_id = n.path_version_id and k.done = k.total
    ) d on true
    group by 1
  ),
  waiting as (select since from evidence_to_decide($1) w where w.decider_id = $2 and ${narrowed ? ofWhom(parts) : 'true'}),
  stopped as (
    select a.course_id, a.activity_id, count(distinct a.person_id)::int as people,
      percentile_cont(0.5) within group (order by $1::date - (a.updated_at at time zone 'Europe/London')::date)::int as days
    from attempt a join people w on w.person_id = a.person_id
    where ${isGivenUp(all)}
    group by 1, 2 order by 3 desc, 1, 2 limit ${SHOWN}
  ),
  missed as (
    select m.question_id, count(*)::int as asked, count(*) filter (where not m.was_right)::int as wrong
    from ${answers(all)} group by 1 having count(*) >= ${LEAST_ASKED} and bool_or(not m.was_right)
    order by count(*) filter (where not m.was_right)::float8 / count(*) desc, 1 limit ${SHOWN}
  )
  select json_build_object(
    'completions', (
      select json_agg(json_build_object('month', month::date, 'completions', n, 'people', people) order by month) from done
    ),
    'onboarding', (
      select coalesce(json_agg(json_build_object('pathId', l.id, 'title', l.title, 'people', p.people, 'notStarted', p.not_started,
        'underWay', p.under_way, 'overdue', p.overdue, 'done', p.done, 'days', p.days) order by p.people desc, lower(l.title)), '[]')
      from paths p join learning_path l on l.id = p.path_id
    ),
    'evidence', (select json_build_object('waiting', count(*), 'oldest', min(since)) from waiting),
    'abandoned', (
      select coalesce(json_agg(json_build_object('courseId', c.id, 'title', c.title, 'activityId', a.id, 'activity', a.title, 'people', s.people,
        'days', s.days) order by s.people desc, lower(c.title), a.position), '[]')
      from stopped s join course c on c.id = s.course_id join activity a on a.id = s.activity_id
    ),
    'questions', (
      select coalesce(json_agg(json_build_object('questionId', q.id, 'bankId', q.bank_id, 'text', v.text, 'asked', n.asked,
        'wrong', n.wrong, 'people', (select count(*) from (${wrongAtLast(all, 'n.question_id')}) x)) order by n.wrong::float8 / n.asked desc, q.id), '[]')
      from missed n join question q on q.id = n.question_id
      join question_revision v on v.question_id = q.id and v.number = q.revision
    )
  )::text as answer`;
