/** Reasons that ended with their path, or went on in another one: none of them stands in the way of the path given again. */
export const TAKEN_BACK = ['no-longer-matches', 'engagement-ended', 'carried-over'] as const;

/** Words of ours as an array in SQL. */
export const sqlTexts = (words: readonly string[]): string => `'{${words.join(',')}}'::text[]`;

/** Goes on an insert of enrolments: one that ended by itself stands open again, from today, with the new dates. */
export const TAKE_UP_AGAIN = (why: readonly string[]): string => `
  on conflict (engagement_id, path_id) do update set state = 'open', closed_on = null, closed_why = null,
    path_version_id = excluded.path_version_id, anchor_on = excluded.anchor_on, opens_on = excluded.opens_on,
    given_on = excluded.given_on, moved_on = null, grace_days = excluded.grace_days,
    rule_version_id = excluded.rule_version_id, facts = excluded.facts, request_id = excluded.request_id
  where path_enrolment.state = 'closed' and path_enrolment.closed_why = any (${sqlTexts(why)})`;
