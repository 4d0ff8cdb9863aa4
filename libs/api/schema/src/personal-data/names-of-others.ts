/**
 * What others called things, and can call otherwise: a person's name may stand in it. Nobody rewrites it blindly; who
 * proposes an erasure is shown where the name stands, and gives the thing another name.
 */
export interface NamedThing {
  /** What it is for whoever reads the list, and where it can be changed. */
  kind: string;
  table: string;
  /** Columns that hold what it is called. */
  columns: string;
  /** SQL: the thing's own number, or that of what it belongs to; `x` is the row. */
  id: string;
}

const OF_VERSION = '(select v.course_id from course_version v where v.id = x.course_version_id)';
const OF_PATH_VERSION = '(select v.path_id from path_version v where v.id = x.path_version_id)';
const OF_STAGE = `(select v.path_id from path_stage g join path_version v on v.id = g.path_version_id where g.id = x.stage_id)`;

export const NAMES_OF_OTHERS: readonly NamedThing[] = [
  { kind: 'rule', table: 'assignment_rule', columns: 'name', id: 'x.id' },
  { kind: 'audience', table: 'audience', columns: 'name', id: 'x.id' },
  { kind: 'course', table: 'course', columns: 'title summary topics', id: 'x.id' },
  { kind: 'course', table: 'activity', columns: 'title summary file_name', id: OF_VERSION },
  { kind: 'path', table: 'learning_path', columns: 'title summary', id: 'x.id' },
  { kind: 'path', table: 'path_stage', columns: 'title', id: OF_PATH_VERSION },
  { kind: 'path', table: 'path_step', columns: 'title learner_title instructions', id: OF_STAGE },
  { kind: 'session', table: 'training_session', columns: 'place note', id: 'x.id' },
  { kind: 'resource', table: 'resource', columns: 'title', id: 'x.id' },
  { kind: 'resource', table: 'resource_revision', columns: 'name summary', id: 'x.resource_id' },
  { kind: 'question-bank', table: 'question_bank', columns: 'title description', id: 'x.id' },
  { kind: 'organisation', table: 'organisation', columns: 'name short_name', id: 'x.id' },
  { kind: 'scheme', table: 'scheme', columns: 'name', id: 'x.id' },
  { kind: 'outcome', table: 'outcome', columns: 'name', id: 'x.id' },
  { kind: 'qualification', table: 'outside_qualification', columns: 'title issuer', id: 'x.id' },
  { kind: 'columns', table: 'import_mapping', columns: 'name', id: 'x.id' },
  { kind: 'import', table: 'import', columns: 'file_name', id: 'x.id' },
];

/** Columns that sound like a name and are none that somebody could be meant by. */
export const NO_NAMES: Readonly<Record<string, string>> = {
  'activity_captions.label': 'A language.',
  'resource_captions.label': 'A language.',
  'arriving_upload.name': 'Of an upload on its way; it is gone after a day.',
  'upload.name': 'The activity or library file that was made of it is called the same, and is looked through.',
  'upload.title': 'What a package calls itself.',
  'upload.summary': 'What a package says of itself.',
  'content_package.title': 'What a package calls itself; the activity has its own title.',
  'draft_change.title': 'Of an activity as it was; the activity is looked through.',
  'course_place.place': 'A number.',
  'migrations.name': 'Of a step of the database.',
  'search_document.title': 'Derived from the course.',
  'search_document.summary': 'Derived from the course.',
  'brand_version.name': 'What the platform is called.',
  'brand_version.support_name': 'Whom to ask for help, as the platform shows everybody; changed in the settings.',
};

/** The rows in which the pattern stands, as `kind`, `id` and `words`. */
export const namesOfOthers = (): string =>
  NAMES_OF_OTHERS.map(({ kind, table, columns, id }) => {
    const fields = columns.split(' ').map((column) => `(x.${column}::text)`);
    return `select '${kind}'::text, ${id}, f.words from ${table} x cross join lateral (values ${fields.join(', ')}) f(words) where f.words ~* v_any`;
  }).join('\n    union all ');
