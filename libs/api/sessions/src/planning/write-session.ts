import type { Tx } from '@lms/api-platform';
import type { ChangeSessionRequest } from '@lms/contracts';
import { v7 as uuid } from 'uuid';

/** Who trains it and whose people it is for, in the place of whom it said before. */
export async function writeParts(
  tx: Tx,
  sessionId: string,
  { trainerIds, organisationIds }: Pick<ChangeSessionRequest, 'trainerIds' | 'organisationIds'>,
): Promise<void> {
  await tx.query('delete from session_trainer where session_id = $1 and person_id <> all ($2::uuid[])', [
    sessionId,
    trainerIds,
  ]);
  const trainers = [...new Set(trainerIds)].map((personId) => ({ id: uuid(), person_id: personId }));
  await tx.query(
    `insert into session_trainer (id, session_id, person_id)
     select t.id, $1, t.person_id from jsonb_to_recordset($2::jsonb) t(id uuid, person_id uuid) on conflict do nothing`,
    [sessionId, JSON.stringify(trainers)],
  );
  await tx.query('delete from session_organisation where session_id = $1', [sessionId]);
  await tx.query(
    'insert into session_organisation (session_id, organisation_id) select $1, o from unnest($2::uuid[]) o',
    [sessionId, [...new Set(organisationIds)]],
  );
}
