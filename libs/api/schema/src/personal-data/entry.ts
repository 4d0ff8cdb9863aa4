/** What belongs together for whoever reads a preview or a download. */
export const AREAS = [
  'person',
  'employment',
  'sign-in',
  'record',
  'training',
  'paths',
  'learning',
  'practicals',
  'evidence',
  'reports',
  'messages',
  'history',
  'privacy',
] as const;
export type Area = (typeof AREAS)[number];

/** One file of the download: what each row is called, and what of it is shown under which words; `x` is the row. */
export interface Shown {
  title: string;
  rows: Readonly<Record<string, string>>;
}

/** A table with rows that belong to a person. `x` is the row, `p_people` the entries of the person. */
export interface PersonalTable {
  table: string;
  /** Every column, so that one that nobody has thought about fails the census. */
  columns: string;
  area: Area;
  /** SQL: which rows are the person's. */
  whose: string;
  /** What erasure does: the rows go, they stay as they are, or these columns take these values (SQL). */
  erasure: 'removed' | 'kept' | Readonly<Record<string, string>>;
  /** Why what stays, stays; or why the rows go. */
  because: string;
  /** Worked out from other rows of the person: it changes by the calendar, or because somebody looked. */
  derived?: true;
  /** What the table is called in `row_history`: its past goes the same way. */
  history?: string;
  /** Null with the reason in `because`: nothing in it would tell the person anything. */
  shown: Shown | null;
}

/** A table that is about no person. Who did something is kept as a number, which leads to an erased name. */
export interface OtherTable {
  table: string;
  columns: string;
  because: string;
}

/** Rows that name the person themself. */
export const OWN = 'x.person_id = any (p_people)';
/** Rows of one of the person's attempts. */
export const OF_ATTEMPT = 'x.attempt_id in (select t.id from attempt t where t.person_id = any (p_people))';
export const OF_LAUNCH = `x.launch_id in (
  select l.id from launch l join attempt t on t.id = l.attempt_id where t.person_id = any (p_people))`;
export const OF_ENGAGEMENT = 'x.engagement_id in (select e.id from engagement e where e.person_id = any (p_people))';

/** Readable names in a download. */
export const course = (id: string): string => `(select c.title from course c where c.id = ${id})`;
export const activity = (id: string): string => `(select a.title from activity a where a.id = ${id})`;
export const activityOf = (attempt: string): string =>
  `(select a.title from attempt t join activity a on a.id = t.activity_id where t.id = ${attempt})`;
export const organisation = (id: string): string => `(select o.name from organisation o where o.id = ${id})`;
export const name = (id: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${id})`;
export const path = (id: string): string => `(select l.title from learning_path l where l.id = ${id})`;
