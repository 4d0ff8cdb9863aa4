import { hash } from '@node-rs/argon2';
import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import { DEMO_PASSWORD } from './accounts-file.js';
import { derivedId } from './derived-id.js';
import { insertRows } from './insert-rows.js';
import type { Moments } from './moments.js';

/** The notice that the demonstration's people have read; a newer one is put to them when they sign in. */
const NOTICE_VERSION = 1;
/** argon2id as for every password; one hash serves all, since everybody knows the password anyway. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Everybody can sign in with the password that everybody knows; only the newcomer has still to accept the notice. */
export async function seedAccounts(
  client: ClientBase,
  alliance: Alliance,
  moments: Moments,
  newcomerId: string,
): Promise<void> {
  const engagementOf = new Map(alliance.engagements.map((e) => [`${e.personId} ${e.workEmail ?? ''}`, e.id]));
  const hashed = await hash(DEMO_PASSWORD, ARGON2ID);
  const { people } = alliance;
  const known = await client.query<{ id: string; created_at: string }>('select id, created_at::text from person');
  const knownAt = new Map(known.rows.map((row) => [row.id, row.created_at]));
  await insertRows(
    client,
    'sign_in_name',
    people.map(({ id, signInName: name }) => ({
      id: derivedId('sign-in name', id),
      person_id: id,
      name,
      kind: name.includes('@') ? 'email' : 'username',
      engagement_id: engagementOf.get(`${id} ${name}`) ?? null,
      created_at: knownAt.get(id) ?? moments.goLive,
    })),
  );
  const changed = { hash: hashed, changed_at: moments.goLive, demo: true, must_change: false };
  await insertRows(
    client,
    'password',
    people.map(({ id }) => ({ person_id: id, ...changed })),
  );
  await client.query(
    `insert into privacy_acceptance (person_id, notice_version, accepted_at)
     select id, $1, created_at from person where id <> $2`,
    [NOTICE_VERSION, newcomerId],
  );
}
