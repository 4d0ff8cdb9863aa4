import { NotFound, type Sql } from '@lms/api-platform';
import type { SurveyQuestion } from '@lms/contracts';

/** A survey through the versions of its course. */
export interface SurveyLineage {
  lineageId: string;
  title: string;
  courseTitle: string;
  waiting: number;
  /** Those that were published, newest first. */
  versions: { number: number; anonymous: boolean; questions: SurveyQuestion[] }[];
}

const LINEAGE = `
  select a.lineage_id as "lineageId", a.title, c.title as "courseTitle",
    (select count(*)::int from survey_waiting w join activity k on k.id = w.activity_id where k.lineage_id = a.lineage_id) as waiting,
    (select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'anonymous', k.settings -> 'anonymous',
        'questions', k.settings -> 'questions') order by n.number desc), '[]')
      from activity k join course_version n on n.id = k.course_version_id and n.state in ('published', 'retired')
      where k.lineage_id = a.lineage_id and k.kind = 'survey') as versions
  from activity a join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id
  where a.id = $1 and a.kind = 'survey'`;

export async function surveyLineage(sql: Sql, activityId: string): Promise<SurveyLineage> {
  const found = await sql.row<SurveyLineage>('survey-lineage', LINEAGE, [activityId]);
  if (!found) throw new NotFound();
  return found;
}

/** Every question of these versions once, as the newest of them asks it; a choice that is gone stays to be read. */
export function askedIn(versions: SurveyLineage['versions']): SurveyQuestion[] {
  const asked = new Map<string, SurveyQuestion>();
  for (const question of versions.flatMap(({ questions }) => questions)) {
    const newer = asked.get(question.id);
    asked.set(question.id, newer ? withOlderChoices(newer, question) : question);
  }
  return [...asked.values()];
}

function withOlderChoices(newer: SurveyQuestion, older: SurveyQuestion): SurveyQuestion {
  if (!('choices' in newer.body) || !('choices' in older.body)) return newer;
  const { body } = newer;
  const known = new Set(body.choices.map(({ id }) => id));
  const gone = older.body.choices.filter(({ id }) => !known.has(id));
  return { ...newer, body: { ...body, choices: [...body.choices, ...gone] } };
}
