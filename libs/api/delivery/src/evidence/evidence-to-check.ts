import { type Ctx, Forbidden, NotFound, type Tx } from '@lms/api-platform';
import type { EvidenceSettings } from '@lms/contracts';

export interface EvidenceToCheck {
  personId: string;
  activityId: string;
  courseTitle: string;
  settings: EvidenceSettings;
  validityMonths: number | null;
  issuer: string;
  number: string;
  issuedOn: string;
  expiresOn: string | null;
  hasFile: boolean;
  submittedBy: string;
  own: boolean;
  sent: boolean;
}

/**
 * A submission that the actor may decide on, waiting or not. NotFound out of their scope; Forbidden `not-your-own` for
 * the learner and for whoever sent it.
 */
export async function evidenceToCheck(tx: Tx, ctx: Ctx, id: string): Promise<EvidenceToCheck> {
  const rows: EvidenceToCheck[] = await tx.query(
    `select s.person_id as "personId", t.activity_id as "activityId", c.title as "courseTitle", a.settings,
       v.validity_months as "validityMonths", s.issuer, s.number, s.issued_on::text as "issuedOn", s.expires_on::text as "expiresOn",
       s.file_id is not null as "hasFile", s.submitted_by as "submittedBy",
       same_person(s.person_id, $2) as own, same_person(s.submitted_by, $2) as sent
     from evidence_submission s
     join attempt t on t.id = s.attempt_id
     join activity a on a.id = t.activity_id
     join course_version v on v.id = t.course_version_id
     join course c on c.id = t.course_id
     join person p on p.id = s.person_id
     where s.id = $1 and p.erased_at is null and exists (select from people_in_scope($2, $3) i(id) where i.id = s.person_id)`,
    [id, ctx.actor.personId, ctx.today],
  );
  const found = rows[0];
  if (!found) throw new NotFound();
  if (found.own) throw new Forbidden('not-your-own', 'Nobody checks their own evidence. Somebody else does it.');
  if (found.sent) throw new Forbidden('not-your-own', 'You sent this. Somebody else checks it.');
  return found;
}
