import type { Client } from 'pg';
import { FACTS } from './facts.js';

/** Gives the product's own role what it needs and no more. Nothing to do when it is the owner itself. */
export async function grantToApp(owner: Client, appUrl: string): Promise<void> {
  const role = decodeURIComponent(new URL(appUrl).username);
  const current = await owner.query<{ name: string }>('select current_user as name');
  if (!role || role === current.rows[0]?.name) return;
  const app = owner.escapeIdentifier(role);
  await owner.query(`
    grant usage on schema public, pgboss to ${app};
    grant select, insert, update, delete on all tables in schema public to ${app};
    grant usage, select on all sequences in schema public to ${app};
    grant execute on all functions in schema public to ${app};
    grant select, insert, update, delete on all tables in schema pgboss to ${app};
    grant usage, select on all sequences in schema pgboss to ${app};
    grant execute on all functions in schema pgboss to ${app};
    revoke update, delete, truncate on ${FACTS.join(', ')} from ${app};
    revoke insert, update, delete on migrations from ${app};
  `);
}
