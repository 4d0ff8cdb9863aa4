import { Injectable } from '@nestjs/common';
import type { Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';

/** How somebody is called when they sign in: what was chosen for them, else the work address, else their own. */
@Injectable()
export class SignInNames {
  /** Answers the name, newly made if there was none; null when nothing can serve as one. */
  async ensure(tx: Tx, personId: string, at: Date, chosen?: string | null): Promise<string | null> {
    const existing: { name: string }[] = await tx.query(
      'select name from sign_in_name where person_id = $1 order by created_at desc limit 1',
      [personId],
    );
    if (existing[0]) return existing[0].name;
    const candidates: { name: string; engagementId: string | null }[] = await tx.query(
      `select $2::text as name, null as "engagementId" where $2::text is not null
       union all
       (select e.work_email, e.id::text from engagement e where e.person_id = $1 and e.work_email is not null order by e.starts_on desc)
       union all
       select p.contact_email, null from person p where p.id = $1 and p.contact_email is not null`,
      [personId, chosen ?? null],
    );
    for (const candidate of candidates) {
      const made: unknown[] = await tx.query(
        `insert into sign_in_name (id, person_id, name, kind, engagement_id, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing returning id`,
        [
          uuid(),
          personId,
          candidate.name,
          candidate.name.includes('@') ? 'email' : 'username',
          candidate.engagementId,
          at,
        ],
      );
      if (made.length > 0) return candidate.name;
    }
    return null;
  }
}
