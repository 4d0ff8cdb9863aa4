/** What a statement of a pack can be given. */
export type PackValue = 'people' | 'moment' | 'reader' | 'today' | 'day';

/** What may be told of people p, as pieces of SQL; `values` are the statement's, from $1 on, and `day` may follow them. */
export interface Sight {
  name: 'whole' | 'employer';
  values: readonly PackValue[];
  /** The day in London of the moment, where a statement asks for it. */
  day: string;
  /** People in the order in which they are asked for. */
  people: string;
  asked(courseId: string): string;
  /** Whether something from outside counts, or counted, as what is asked. */
  counts(qualificationId: string): string;
  /** Whether what lies behind a fact that was recorded at that instant may be told. */
  behind(at: string): string;
  /** Whether a wish was the reader's own or the person's, and not another employer's. */
  own(by: string): string;
}

const PEOPLE = `unnest($1::uuid[]) with ordinality p(id, n) join person w on w.id = p.id`;

/** For the People Team and auditors: everything. */
export const WHOLE: Sight = {
  ...{ name: 'whole', values: ['people', 'moment'], day: '$3::date', people: PEOPLE },
  ...{ asked: () => 'true', counts: () => 'true', behind: () => 'true', own: () => 'true' },
};

/**
 * For an employer, by whoever coordinates it: courses that its own reasons ask for, and what lies behind a fact only when that
 * was recorded in its time. The same for the coordinator's own entry: a pack is made to be handed on.
 */
export const EMPLOYER: Sight = {
  ...{ name: 'employer', values: ['people', 'moment', 'reader', 'today'], day: '$5::date' },
  people: `${PEOPLE} cross join lateral (
    select array(select a.course_id from courses_asked_by(p.id, array(select seen_engagements($3, p.id, $4::date))) a) as courses
  ) asked`,
  asked: (courseId) => `${courseId} = any (asked.courses)`,
  counts: (qualificationId) =>
    `exists (select from equivalence v where v.qualification_id = ${qualificationId} and v.course_id = any (asked.courses))`,
  behind: (at) => `may_see_fact($3, p.id, (${at} at time zone 'Europe/London')::date, $4::date)`,
  own: (by) => `(same_person(${by}, p.id) or exists (select from engagement b
    where b.person_id = ${by} and b.organisation_id in (select organisations_filled_by($3, $4::date))))`,
};

/** Which courses an employer's own reasons ask: a row for each of people $1 and course, of whom $2 sees on the day $3. */
export const ASKED_BY_EMPLOYER = `
  select p.id as "personId", a.course_id as "courseId"
  from unnest($1::uuid[]) p(id) cross join lateral courses_asked_by(p.id, array(select seen_engagements($2, p.id, $3::date))) a`;
