import { NotFound, type Tx } from '@lms/api-platform';
import type { SaveQuestionRequest } from '@lms/contracts';

export interface LockedQuestion extends SaveQuestionRequest {
  id: string;
  bankId: string;
  version: number;
  revision: number;
  key: string | null;
  retired: boolean;
}

/** A question as it stands, held until the transaction ends. NotFound. */
export async function lockQuestion(tx: Tx, id: string): Promise<LockedQuestion> {
  await tx.query('select from question where id = $1 for update', [id]);
  const [question]: LockedQuestion[] = await tx.query(
    `select id, bank_id as "bankId", version, revision, key, retired, text, body, tags,
       safety_critical as "safetyCritical", explanation
     from current_question where id = $1`,
    [id],
  );
  if (!question) throw new NotFound();
  return question;
}
