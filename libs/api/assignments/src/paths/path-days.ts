/** An onboarding path is given until so long after the first day; somebody who has been here for longer is no new starter. */
export const NEW_STARTER_DAYS = 30;

/** A last day that is entered late still gives its offboarding path, for so many days. */
export const LATE_NOTICE_DAYS = 7;

/** So long after the last day an offboarding path goes on: the link to one's record ends with it. */
export const AFTER_END_DAYS = 30;

/** Whether a rule is in force that gives the path `p`; `today` is the place of a date. Its audience alone counts then. */
export const givenByRule = (p: string, today: string): string => `exists (
    select from rule_version r where r.path_id = ${p}.id and r.state = 'active' and r.effective_on <= ${today}
      and (r.ends_on is null or r.ends_on >= ${today}))`;
