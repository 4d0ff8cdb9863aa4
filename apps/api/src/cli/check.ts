import { openFileStore, Secrets, type Storage } from '@lms/api-platform';
import { checkNewestAnchor, checkRecords, SigningKey } from '@lms/api-records';
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
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const { storage } = await openFileStore(configuration);
  const { publicKey } = new SigningKey(new Secrets(configuration));
  await withOwner(configuration.ownerUrl, (client) =>
    inSnapshot(client, () => checkAll(client, io, () => checkAnchor(client, io, storage, publicKey))),
  );
}

/** Compares every record with the newest anchor; answers how much is wrong. */
async function checkAnchor(client: ClientBase, io: CommandIo, storage: Storage, publicKey: string): Promise<number> {
  const verdict = await checkNewestAnchor(client, storage, publicKey);
  if (!verdict) {
    io.print('Anchors: none is kept yet.');
    return 0;
  }
  const { day, people, broken, brokenCount, faults } = verdict;
  for (const { person, seq, why } of broken) io.print(`Person ${person}, entry ${seq}: ${why}.`);
  for (const fault of faults) io.print(`Anchor of ${day}: ${fault}`);
  io.print(`Anchor of ${day}: ${people} records, ${brokenCount} are not what was anchored.`);
  return brokenCount + faults.length;
}

/** As {@link check}, in the transaction that the client is in; `more` answers how much else is wrong. */
export async function checkAll(
  client: ClientBase,
  io: CommandIo,
  more: () => Promise<number> = () => Promise.resolve(0),
): Promise<void> {
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
  for (const { person, name } of standing.daysNamed)
    io.print(`Person ${person} (${name}): totals count another standing.`);
  io.print(`Standings of the day: ${standing.days} people, ${standing.dayDifferences} different from their dates.`);
  const others = await more();
  if (records.brokenCount + standing.differences + standing.dayDifferences + others > 0) throw new Differences();
  io.print('All is well.');
}

const WHAT: Record<StandingDifference['what'], string> = {
  missing: 'has no row, but there is something to tell',
  without: 'has a row that nothing stands behind',
  dates: 'has other dates than the records give',
};

const standingSentence = ({ person, name, course, what }: StandingDifference): string =>
  `Person ${person} (${name}), course ${course}: the standing ${WHAT[what]}.`;
