import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { OneTimeLinks } from './links/one-time-links.js';

/** The way in where nobody can invite anybody yet: an administrator who also belongs to the People Team. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: OneTimeLinks,
    private readonly clock: Clock,
  ) {}

  /** Answers the one-time link with which the administrator chooses a password. */
  run(given: { givenName: string; familyName: string; email: string }): Promise<{ url: string; expiresAt: Date }> {
    const at = this.clock.now();
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      const id = uuid();
      await tx.query(
        'insert into person (id, given_name, family_name, contact_email, created_at) values ($1, $2, $3, $4, $5)',
        [id, given.givenName, given.familyName, given.email, at],
      );
      await tx.query(
        `insert into sign_in_name (id, person_id, name, kind, created_at) values ($1, $2, $3, 'email', $4)`,
        [uuid(), id, given.email, at],
      );
      await tx.query(
        `insert into role_grant (id, person_id, role, starts_on, created_at)
         values ($1, $3, 'administrator', $4, $5), ($2, $3, 'people-team', $4, $5)`,
        [uuid(), uuid(), id, this.clock.today(), at],
      );
      return this.links.make(tx, id, 'setup');
    });
  }
}
