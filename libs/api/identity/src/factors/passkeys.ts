import { Injectable } from '@nestjs/common';
import { Brands, changeOf, Configuration, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { RecoveryCodes } from '@lms/contracts';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { v7 as uuid } from 'uuid';
import { ConfirmSession } from './confirm-session.js';
import { FactorAdded } from './factor-added.js';
import { PasskeyChallenges, passkeyRefused } from './passkey-challenges.js';

const MOST = 10;

/** Loaded where somebody has or adds a passkey: it brings a hundred modules along, for which no start should wait. */
const webAuthn = () => import('@simplewebauthn/server');

interface Known {
  id: string;
  credentialId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
}

/** Keys that a device, a security key or a password manager keeps (WebAuthn level 3). Our own pages alone may ask. */
@Injectable()
export class Passkeys {
  private readonly rpID: string;

  constructor(
    private readonly transactions: Transactions,
    private readonly challenges: PasskeyChallenges,
    private readonly confirmSession: ConfirmSession,
    private readonly added: FactorAdded,
    private readonly brands: Brands,
    private readonly configuration: Configuration,
  ) {
    this.rpID = new URL(configuration.origin).hostname;
  }

  async askToAdd(ctx: Ctx): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webAuthn();
    const { personId } = ctx.actor;
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const known = await keysOf(tx, personId);
      if (known.length >= MOST) throw new Conflict('enough-passkeys', 'Remove a passkey before you add another one.');
      const [person]: { name: string }[] = await tx.query(
        `select concat_ws(' ', given_name, family_name) as name from person where id = $1`,
        [personId],
      );
      const options = await generateRegistrationOptions({
        rpName: (await this.brands.current()).name,
        rpID: this.rpID,
        userName: person?.name ?? '',
        userID: Buffer.from(personId),
        attestationType: 'none',
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      });
      await this.challenges.put(tx, ctx, 'add', options.challenge);
      return options;
    });
  }

  async add(ctx: Ctx, name: string, response: RegistrationResponseJSON): Promise<RecoveryCodes> {
    const { verifyRegistrationResponse } = await webAuthn();
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const expectedChallenge = await this.challenges.take(tx, ctx, 'add');
      const { registrationInfo } = await verifyRegistrationResponse({
        ...{ response, expectedChallenge, expectedOrigin: this.configuration.origin, expectedRPID: this.rpID },
        requireUserVerification: false,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) throw passkeyRefused();
      const { id, publicKey, counter, transports } = registrationInfo.credential;
      const made: unknown[] = await tx.query(
        `insert into passkey (id, person_id, credential_id, public_key, counter, transports, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning id`,
        [uuid(), ctx.actor.personId, id, Buffer.from(publicKey), counter, transports ?? [], name, ctx.now],
      );
      if (made.length === 0) throw passkeyRefused();
      return { codes: await this.added.run(tx, ctx, 'passkey') };
    });
  }

  async askToConfirm(ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webAuthn();
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const known = await keysOf(tx, ctx.actor.personId);
      const options = await generateAuthenticationOptions({
        rpID: this.rpID,
        allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        userVerification: 'preferred',
      });
      await this.challenges.put(tx, ctx, 'confirm', options.challenge);
      return options;
    });
  }

  async confirm(ctx: Ctx, response: AuthenticationResponseJSON): Promise<void> {
    const { verifyAuthenticationResponse } = await webAuthn();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const expectedChallenge = await this.challenges.take(tx, ctx, 'confirm');
      const key = (await keysOf(tx, ctx.actor.personId)).find(({ credentialId }) => credentialId === response.id);
      if (!key) throw passkeyRefused();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...{ response, expectedChallenge, expectedOrigin: this.configuration.origin, expectedRPID: this.rpID },
        credential: {
          id: key.credentialId,
          publicKey: new Uint8Array(key.publicKey),
          counter: Number(key.counter),
          transports: key.transports,
        },
        requireUserVerification: false,
      }).catch(() => ({ verified: false, authenticationInfo: undefined }));
      if (!verified || !authenticationInfo) throw passkeyRefused();
      await tx.query('update passkey set counter = $2, last_used_at = $3 where id = $1', [
        ...[key.id, authenticationInfo.newCounter, ctx.now],
      ]);
      await this.confirmSession.run(tx, ctx);
    });
  }
}

const keysOf = (tx: Tx, personId: string): Promise<Known[]> =>
  tx.query(
    `select id, credential_id as "credentialId", public_key as "publicKey", counter, transports
     from passkey where person_id = any (persons_as($1)) order by created_at`,
    [personId],
  );
