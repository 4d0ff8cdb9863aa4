import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import type { ItemResult, PracticalStatus } from '@lms/contracts';
import { myPracticalAttempt } from './practical-attempt.js';
import { PracticalPhotos } from './practical-photos.js';

interface Signers {
  lineManagers: string[];
  named: string[];
}
interface SignedRow {
  id: string;
  passed: boolean;
  signedAt: Date;
  assessorName: string;
  results: ItemResult[];
  note: string;
}

/** A practical as its learner sees it: who may sign, whether they asked, and every signature so far. */
@Injectable()
export class GetPracticalStatus {
  constructor(
    private readonly sql: Sql,
    private readonly photos: PracticalPhotos,
  ) {}

  async run(ctx: Ctx, attemptId: string): Promise<PracticalStatus> {
    const attempt = await myPracticalAttempt(this.sql, ctx, attemptId);
    const { assessors } = attempt.settings;
    const [signers, asked, signed] = await Promise.all([
      this.signers(ctx, assessors.lineManagers, assessors.personIds),
      this.asked(attemptId),
      this.signed(attemptId),
    ]);
    const photosOf = await this.photos.of(
      ctx,
      signed.map(({ id }) => id),
    );
    return {
      attemptId,
      signers: { trainers: assessors.trainers, ...signers },
      asked: asked ? { at: asked.at.toISOString(), note: asked.note } : null,
      signOffs: signed.map((row) => ({ ...row, signedAt: row.signedAt.toISOString(), photos: photosOf(row.id) })),
      done: attempt.state === 'done',
      courseDone: attempt.courseDone,
    };
  }

  private async signers(ctx: Ctx, lineManagers: boolean, personIds: readonly string[]): Promise<Signers> {
    const row = await this.sql.row<Signers>(
      'practical-signers',
      `select
         array(select distinct concat_ws(' ', m.given_name, m.family_name) from engagement e join person m on m.id = e.line_manager_id
           where $3 and e.person_id = $1 and (e.ends_on is null or e.ends_on >= $2) and not same_person(m.id, $1) order by 1) as "lineManagers",
         array(select concat_ws(' ', p.given_name, p.family_name) from person p
           where p.id = any ($4::uuid[]) and p.erased_at is null and not same_person(p.id, $1) order by 1) as named`,
      [ctx.actor.personId, ctx.today, lineManagers, personIds],
    );
    return row ?? { lineManagers: [], named: [] };
  }

  private asked(attemptId: string): Promise<{ at: Date; note: string } | undefined> {
    return this.sql.row(
      'practical-asked',
      'select asked_at as at, note from practical_request where attempt_id = $1 and closed_at is null',
      [attemptId],
    );
  }

  private signed(attemptId: string): Promise<SignedRow[]> {
    return this.sql.rows<SignedRow>(
      'practical-signed',
      `select s.id, s.passed, s.signed_at as "signedAt", concat_ws(' ', p.given_name, p.family_name) as "assessorName", s.results, s.note
       from practical_sign_off s join person p on p.id = s.assessor_id
       where s.attempt_id = $1 order by s.signed_at desc, s.id limit 20`,
      [attemptId],
    );
  }
}
