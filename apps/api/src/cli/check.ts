import { checkRecords } from '@lms/api-records';
import { checkStanding, type StandingDifference } from '@lms/api-standing';
import type { ClientBase } from 'pg';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Differences } from './differences.js';
import { inSnapshot } from './snapshot.js';
import { withOwner } from './with-owner.js';

/** Says how often something is heard of while a long check runs. */
const EVERY = 100_000;

/** Verifies every record, and what is derived from the records. Throws Differences after naming what is wrong. */
export async function check(io: CommandIo): Promise<void> {
  const { ownerUrl } = io.configuration();
  await assertMigrated(ownerUrl);
  await withOwner(ownerUrl, (client) => inSnapshot(client, () => checkAll(client, io)));
}

/** As {@link check}, in the transaction that the client is in. */
export async function checkAll(client: ClientBase, io: CommandIo): Promise<void> {
  let told = 0;
  const records = await checkRecords(client, {
    onEntries: (entries) => {
      if (entries < told + EVERY) return;
      told = entries;
      io.progress(`${entries} entries checked …`);
    },
  });
  for (const { person, name, seq, why } of records.broken)
    io.print(`Person ${person} (${name}), entry ${seq}: ${why}.`);
  io.print(`Records: ${records.people} people, ${records.entries} entries, ${records.brokenCount} broken.`);
  const standing = await checkStanding(client);
  for (const difference of standing.named) io.print(standingSentence(difference));
  io.print(`Standings: ${standing.rows} rows, ${standing.differences} different from the records.`);
  if (records.brokenCount + standing.differences > 0) throw new Differences();
  io.print('All is well.');
}

const WHAT: Record<StandingDifference['what'], string> = {
  missing: 'has no row, but there is something to tell',
  without: 'has a row that nothing stands behind',
  dates: 'has other dates than the records give',
};

const standingSentence = ({ person, name, course, what }: StandingDifference): string =>
  `Person ${person} (${name}), course ${course}: the standing ${WHAT[what]}.`;
