import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Tx } from '@lms/api-platform';

/** argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's password storage cheat sheet. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly nobody = hash('nobody has this password', ARGON2ID);

  hash(password: string): Promise<string> {
    return hash(password, ARGON2ID);
  }

  /** Takes as long for a name that does not exist as for one that does. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const matched = await verify(stored ?? (await this.nobody), password);
    return matched && stored !== null;
  }

  /** A password that its owner chose. */
  async set(tx: Tx, personId: string, password: string, at: Date): Promise<void> {
    await tx.query(
      `insert into password (person_id, hash, changed_at) values ($1, $2, $3)
       on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at,
         must_change = false, pin_until = null, demo = false`,
      [personId, await this.hash(password), at],
    );
  }
}
