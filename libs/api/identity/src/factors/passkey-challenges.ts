import { Injectable } from '@nestjs/common';
import { type Ctx, ProblemError, type Tx } from '@lms/api-platform';

const MINUTES = 5;
type Purpose = 'add' | 'confirm';

/** What an authenticator was asked to sign: it is signed once, by the session that asked, within minutes. */
@Injectable()
export class PasskeyChallenges {
  async put(tx: Tx, ctx: Ctx, purpose: Purpose, challenge: string): Promise<void> {
    await tx.query(
      `insert into passkey_challenge (session_id, purpose, challenge, expires_at) values ($1, $2, $3, $4)
       on conflict (session_id) do update set purpose = excluded.purpose, challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [ctx.actor.sessionId, purpose, challenge, new Date(ctx.now.getTime() + MINUTES * 60_000)],
    );
  }

  async take(tx: Tx, ctx: Ctx, purpose: Purpose): Promise<string> {
    const [rows]: [{ challenge: string }[], number] = await tx.query(
      'delete from passkey_challenge where session_id = $1 and purpose = $2 and expires_at > $3 returning challenge',
      [ctx.actor.sessionId, purpose, ctx.now],
    );
    const found = rows[0];
    if (!found) throw passkeyRefused();
    return found.challenge;
  }
}

/** One sentence for whatever is not right about an answer of an authenticator. */
export const passkeyRefused = (): ProblemError =>
  new ProblemError(422, 'passkey-refused', 'That passkey did not work here. Try again, or use another way.');
