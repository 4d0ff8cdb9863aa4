import { isAsked, type MatrixParts } from '../matrix/matrix-sql.js';

/*
 * What the overview counts of learning, and what its lists show: the same conditions. `all` is for whoever sees everybody; an
 * employer is told of the courses that its own reasons ask for, and of attempts only those begun in its time.
 */

/** Days without anything done, after which nobody is expected to go on. */
const GIVEN_UP = 30;

/** CTEs `people`, since when each works where the reader sees them; `chains`, with those of merged entries; `taken_back`. */
export const learners = ({ given, who }: MatrixParts): string => `
  ${given} people as materialized (
    select p.id as person_id, min(e.starts_on) as since from engagement e join person p on p.id = e.person_id where ${who} group by 1
  ),
  chains as materialized (
    select person_id as chain, person_id from people
    union all
    select a.person_id, a.same_as from person_alias a where a.same_as in (select person_id from people)
  ),
  taken_back as materialized (select person_id, revokes_seq from ledger_entry where kind = 'revocation')`;

/** Of an entry l: a completion that stands and that the reader may know of. Whose it is, `chains` says. */
export const isCompletion = (all: boolean): string =>
  [
    `l.kind = 'completion'`,
    '(l.person_id, l.seq) not in (select person_id, revokes_seq from taken_back)',
    ...(all
      ? []
      : [`exists (select from chains h where h.chain = l.person_id and ${isAsked('h.person_id', 'l.course_id')})`]),
  ].join(' and ');

/** Of an attempt a of one of `people` w: the reader may know of it. */
const isKnown = (all: boolean): string[] =>
  all ? [] : [`(a.started_at at time zone 'Europe/London')::date >= w.since`, isAsked('a.person_id', 'a.course_id')];

/** Of an attempt a of one of `people` w: given up, and the reader may know. */
export const isGivenUp = (all: boolean): string =>
  [
    `a.state = 'open'`,
    `a.updated_at < ($1::date - ${GIVEN_UP})::timestamp at time zone 'Europe/London'`,
    ...isKnown(all),
  ].join(' and ');

/** Answers m to questions that were handed in with a run r of an attempt a of one of `people` w, as far as the reader may know. */
export const answers = (all: boolean): string => `
  quiz_mark m
  join quiz_run r on r.id = m.run_id
  join attempt a on a.id = r.attempt_id
  join people w on ${['w.person_id = a.person_id', ...isKnown(all)].join(' and ')}`;

/** Of a question the last answer of each of them that was wrong. */
export const wrongAtLast = (all: boolean, question: string): string => `
  select * from (
    select distinct on (a.person_id) a.person_id, a.course_id, m.was_right, (r.handed_in_at at time zone 'Europe/London')::date as answered_on
    from ${answers(all)}
    where m.question_id = ${question}
    order by a.person_id, r.handed_in_at desc, a.number desc, r.number desc, r.id
  ) l where not l.was_right`;
