import type { ClientBase } from 'pg';
import type { CompletedAttempts, SourcedCompletion } from './completed-attempts.js';
import { insertRows } from './insert-rows.js';

const AT_ONCE = 3_000;

/** Attempts that were finished, what trainers saw and people acknowledged, and every completion through the ledger. */
export async function seedRecords(
  client: ClientBase,
  { attempts, inPerson, acknowledgements, quizRuns, quizMarks, completions }: CompletedAttempts,
  progress: (done: number, of: number) => void,
): Promise<void> {
  await insertRows(client, 'attempt', attempts);
  await insertRows(client, 'in_person_record', inPerson);
  await insertRows(client, 'acknowledgement', acknowledgements);
  await insertRows(client, 'quiz_run', quizRuns);
  await insertRows(client, 'quiz_mark', quizMarks);
  for (let from = 0; from < completions.length; from += AT_ONCE) {
    await append(client, completions.slice(from, from + AT_ONCE));
    progress(Math.min(from + AT_ONCE, completions.length), completions.length);
  }
  // As the trigger would have, but for serials that follow from whose they are: the same demonstration has the same.
  await client.query(`
    insert into certificate (person_id, seq, code)
    select l.person_id, l.seq, certificate_code(md5(l.person_id::text || l.seq)::uuid)
    from ledger_entry l join course c on c.id = l.course_id where l.kind = 'completion' and c.gives_certificate`);
}

/** In the given order: a person's chain grows by time. */
async function append(client: ClientBase, completions: readonly SourcedCompletion[]): Promise<void> {
  const { rows } = await client.query<{ appended: number }>(
    `select count(seq)::int as appended from (
       select append_completion(c."personId", c."courseId", c."courseVersionId", c."completedOn", c."validUntil", c.source,
         c."sourceId", c.private, c.at) as seq
       from (
         select x.* from rows from (
           jsonb_to_recordset($1) as ("personId" uuid, "courseId" uuid, "courseVersionId" uuid, "completedOn" date,
             "validUntil" date, source text, "sourceId" uuid, private jsonb, at timestamptz)
         ) with ordinality as x order by x.ordinality offset 0
       ) c
     ) done`,
    [JSON.stringify(completions)],
  );
  if (rows[0]?.appended !== completions.length) throw new Error('The demonstration completes something twice');
}
