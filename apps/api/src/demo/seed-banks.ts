import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import { insertRows } from './insert-rows.js';

/** Question banks; they are there before the quizzes that draw from them. */
export async function seedBanks(client: ClientBase, { questionBanks }: Alliance, at: string): Promise<void> {
  await insertRows(
    client,
    'question_bank',
    questionBanks.map(({ id, title, description, createdById }) => ({
      id,
      version: 1,
      title,
      description,
      created_by: createdById,
      created_at: at,
    })),
  );
  const questions = questionBanks.flatMap((bank) =>
    bank.questions.map((question, index) => ({ bank, question, position: index + 1 })),
  );
  await insertRows(
    client,
    'question',
    questions.map(({ bank, question, position }) => ({
      id: question.id,
      bank_id: bank.id,
      version: 1,
      position,
      key: question.key,
      revision: 1,
      retired: false,
      changed_at: at,
    })),
  );
  await insertRows(
    client,
    'question_revision',
    questions.map(({ bank, question: q }) => ({
      id: q.revisionId,
      question_id: q.id,
      number: 1,
      text: q.text,
      body: q.body,
      tags: q.tags,
      safety_critical: q.safetyCritical,
      explanation: q.explanation,
      created_by: bank.createdById,
      created_at: at,
    })),
  );
}

/** Keeps the questions of drafts' quizzes, as publishing does. */
export async function seedPools(client: ClientBase, versionIds: readonly string[]): Promise<void> {
  await client.query(
    `insert into quiz_pool (activity_id, section, question_revision_id, position)
     select c.activity_id, c.section, c.question_revision_id, c.position
     from unnest($1::uuid[]) v(id) cross join lateral quiz_candidates(v.id) c`,
    [versionIds],
  );
}
