import { readAccountsFile, type ShownAccount } from '../demo/accounts-file.js';
import type { CommandIo } from './command-io.js';
import { Refusal } from './refusal.js';
import { withOwner } from './with-owner.js';

/** One account for each role, as they were written when the demonstration was made, else as the database has them. */
export async function demoAccounts(io: CommandIo, options: { json?: boolean }): Promise<void> {
  const configuration = io.configuration();
  const accounts =
    (await readAccountsFile(configuration.dataDir)) ?? (await accountsInDatabase(configuration.ownerUrl));
  if (accounts.length === 0) throw new Refusal('This is not a demonstration: it has no accounts that everybody knows.');
  if (options.json) {
    io.print(JSON.stringify(accounts, null, 2));
    return;
  }
  const width = (of: (account: ShownAccount) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [role, name, signInName] = [width((a) => a.role), width((a) => a.name), width((a) => a.signInName)];
  for (const a of accounts) {
    io.print(`${a.role.padEnd(role)}  ${a.name.padEnd(name)}  ${a.signInName.padEnd(signInName)}  ${a.password}`);
  }
}

/** The database keeps no password in the open: this one is known because the row says that it is the demo's. */
function accountsInDatabase(ownerUrl: string): Promise<ShownAccount[]> {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<ShownAccount>(`
      select distinct on (g.role) g.role, concat_ws(' ', p.given_name, p.family_name) as name, n.name as "signInName",
        'waymark-demo' as password
      from role_grant g
      join person p on p.id = g.person_id
      join password w on w.person_id = p.id and w.demo
      join sign_in_name n on n.person_id = p.id
      order by g.role, p.id`);
    return rows;
  });
}
