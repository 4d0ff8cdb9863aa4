import { hash } from '@node-rs/argon2';
import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import type { ShownAccount } from './accounts-file.js';
import { derivedId } from './derived-id.js';

/** The PIN of the card that waits in the demonstration. */
const DEMO_PIN = '20264711';
const DAYS = 30;
const COORDINATOR = 'Supplier coordinator';

/** Somebody of the coordinator's who works already, whom no mail reaches and who has no part of their own. */
const HOLDER = `
  select p.id, concat_ws(' ', p.given_name, p.family_name) as name, n.name as "signInName"
  from person p
  join sign_in_name n on n.person_id = p.id
  join engagement e on e.person_id = p.id and e.starts_on <= $2 and (e.ends_on is null or e.ends_on >= $2)
  join role_grant g on g.role = 'coordinator' and g.organisation_id = e.organisation_id and g.person_id = $1
  where p.id <> all ($3) and not has_mailbox(p.id, $2)
  order by p.id limit 1`;

/** One person has not signed in yet: their coordinator gave them a card, and its PIN waits to be used. */
export async function seedCard(client: ClientBase, alliance: Alliance, now: Date): Promise<ShownAccount[]> {
  const named = alliance.demoAccounts.map(({ personId }) => personId);
  const coordinator = alliance.demoAccounts.find(({ role }) => role === COORDINATOR)?.personId;
  const found = await client.query<{ id: string; name: string; signInName: string }>(HOLDER, [
    ...[coordinator, alliance.today, named],
  ]);
  const [holder] = found.rows;
  if (!holder || !coordinator) return [];
  const until = new Date(now.getTime() + DAYS * 86_400_000);
  const hashed = await hash(DEMO_PIN, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await client.query(
    'update password set hash = $2, changed_at = $3, must_change = true, pin_until = $4 where person_id = $1',
    [holder.id, hashed, now, until],
  );
  await client.query(
    `insert into sign_in_card (id, person_id, issued_by, issued_at, expires_at, kind) values ($1, $2, $3, $4, $5, 'first')`,
    [derivedId('sign-in card', holder.id), holder.id, coordinator, now, until],
  );
  return [{ role: 'First sign-in, with a card', name: holder.name, signInName: holder.signInName, password: DEMO_PIN }];
}
