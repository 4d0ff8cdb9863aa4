import { Injectable } from '@nestjs/common';
import { Brands, changeOf, Conflict, type Ctx, Secrets, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { AppSetUp, RecoveryCodes } from '@lms/contracts';
import type { KeyObject } from 'node:crypto';
import { generateSecret, generateURI } from 'otplib';
import { AttemptLimits } from '../sign-in/attempt-limits.js';
import { stepOfCode } from './app-codes.js';
import { FactorAdded } from './factor-added.js';
import { factorLimit } from './factor-limit.js';
import { seal, unseal } from './seal.js';
import { wrongCode } from './wrong-code.js';

interface Row {
  /** The entry under which it was set up. */
  ownerId: string;
  sealed: Buffer;
  lastStep: string;
}

/** The app on a phone that makes six digits every half minute. */
@Injectable()
export class AuthenticatorApp {
  private readonly key: KeyObject;

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly limits: AttemptLimits,
    private readonly added: FactorAdded,
    private readonly brands: Brands,
    secrets: Secrets,
  ) {
    this.key = secrets.key('authenticator-app');
  }

  /** A secret that counts once a code of it was typed; one that was begun earlier and never used is forgotten. */
  async begin(ctx: Ctx): Promise<AppSetUp> {
    const { personId } = ctx.actor;
    const secret = generateSecret();
    const label = await this.sql.row<{ name: string }>(
      'app-label',
      `select coalesce((select n.name from sign_in_name n where n.person_id = any (persons_as(p.id)) order by n.created_at desc limit 1),
         concat_ws(' ', p.given_name, p.family_name)) as name from person p where p.id = $1`,
      [personId],
    );
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const made: unknown[] = await tx.query(
        `insert into authenticator_app (person_id, sealed_secret, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
           where authenticator_app.confirmed_at is null
         returning person_id`,
        [personId, seal(secret, personId, this.key), ctx.now],
      );
      if (made.length === 0)
        throw new Conflict('app-there', 'You have an app already. Remove it first to set up another.');
    });
    return {
      secret,
      uri: generateURI({ issuer: (await this.brands.current()).name, label: label?.name ?? '', secret }),
    };
  }

  async confirm(ctx: Ctx, code: string): Promise<RecoveryCodes> {
    const limit = factorLimit(ctx);
    await this.limits.beforeAttempt(limit, '');
    const codes = await this.transactions.run(changeOf(ctx), async (tx) => {
      if (!(await this.take(tx, ctx, code, { confirmed: false }))) return null;
      return this.added.run(tx, ctx, 'app');
    });
    if (!codes) {
      await this.limits.afterFailure(limit, '');
      throw wrongCode();
    }
    return { codes };
  }

  /** Whether the code is one of now that was not taken before; it is taken then. */
  async take(tx: Tx, ctx: Ctx, code: string, { confirmed }: { confirmed: boolean }): Promise<boolean> {
    const apps: Row[] = await tx.query(
      `select person_id as "ownerId", sealed_secret as sealed, last_step as "lastStep" from authenticator_app
       where person_id = any (persons_as($1)) and (confirmed_at is not null) = $2 order by person_id for update`,
      [ctx.actor.personId, confirmed],
    );
    for (const app of apps) {
      const step = await this.stepOf(app, code, ctx.now);
      if (step === null) continue;
      await tx.query(
        'update authenticator_app set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where person_id = $1',
        [app.ownerId, step, ctx.now],
      );
      return true;
    }
    return false;
  }

  private stepOf({ ownerId, sealed, lastStep }: Row, code: string, at: Date): Promise<number | null> {
    return stepOfCode({ code, secret: unseal(sealed, ownerId, this.key), lastStep: Number(lastStep), at });
  }
}
