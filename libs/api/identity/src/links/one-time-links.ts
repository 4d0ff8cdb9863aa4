import { Injectable } from '@nestjs/common';
import { Clock, Configuration, ProblemError, Sql, type Tx } from '@lms/api-platform';
import type { LinkInfo } from '@lms/contracts';
import { newToken, tokenHash } from '../tokens/opaque-tokens.js';

export type LinkKind = LinkInfo['kind'];
const HOURS: Record<LinkKind, number> = { invitation: 14 * 24, reset: 1, setup: 24 };

export class LinkNotValid extends ProblemError {
  constructor() {
    super(404, 'link-not-valid', 'This link has been used or is too old. Ask for a new one.');
  }
}

@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** The token stands in the fragment, which browsers never send: it reaches no log on the way. */
  async make(tx: Tx, personId: string, kind: LinkKind): Promise<{ url: string; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + HOURS[kind] * 3_600_000);
    const token = newToken();
    await tx.query('update one_time_link set used_at = $2 where person_id = $1 and used_at is null', [personId, now]);
    await tx.query(
      'insert into one_time_link (hash, kind, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      [tokenHash(token), kind, personId, now, expiresAt],
    );
    return { url: `${this.configuration.origin}/link#${token}`, expiresAt };
  }

  async inspect(token: string): Promise<LinkInfo> {
    const found = await this.sql.row<LinkInfo>(
      'inspect-link',
      `select l.kind, concat_ws(' ', p.given_name, p.family_name) as "personName",
         coalesce((select n.name from sign_in_name n where n.person_id = p.id order by n.created_at desc limit 1), '') as "signInName",
         to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
       from one_time_link l join person p on p.id = l.person_id
       where l.hash = $1 and l.used_at is null and l.expires_at > $2`,
      [tokenHash(token), this.clock.now()],
    );
    if (!found) throw new LinkNotValid();
    return found;
  }

  /** Answers whose link it was; a second use finds nothing. */
  async use(tx: Tx, token: string): Promise<string> {
    const now = this.clock.now();
    const [rows]: [{ person_id: string }[], number] = await tx.query(
      `update one_time_link set used_at = $2 where hash = $1 and used_at is null and expires_at > $2 returning person_id`,
      [tokenHash(token), now],
    );
    const found = rows[0];
    if (!found) throw new LinkNotValid();
    return found.person_id;
  }
}
