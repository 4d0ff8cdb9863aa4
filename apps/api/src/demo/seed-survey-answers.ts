import { exitAnswers } from '@lms/demo';
import { SURVEY_GROUP } from '@lms/domain';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';
import { insertRows } from './insert-rows.js';

interface Done {
  activityId: string;
  /** When each was done, in order. */
  days: string[];
}

/** Answers to the anonymous surveys that were done: five at a time, as they would have come together, and who waits. */
export async function seedSurveyAnswers(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Done>(
    `select a.id as "activityId", array_agg((t.done_at at time zone 'Europe/London')::date::text order by t.done_at) as days
     from attempt t join activity a on a.id = t.activity_id where a.kind = 'survey' and t.state = 'done' group by a.id`,
  );
  for (const { activityId, days } of rows) {
    const sheets = days.map((_, n) => ({
      ...{ id: derivedId('survey answer', activityId, n), activity_id: activityId, answers: exitAnswers(n) },
    }));
    const shown = Math.floor(sheets.length / SURVEY_GROUP) * SURVEY_GROUP;
    const dayOf = (n: number) => days[n - (n % SURVEY_GROUP) + SURVEY_GROUP - 1] ?? null;
    await insertRows(
      client,
      'survey_anonymous_answer',
      sheets.slice(0, shown).map((sheet, n) => ({ ...sheet, shown_from: dayOf(n) })),
    );
    await insertRows(client, 'survey_waiting', sheets.slice(shown));
  }
}
