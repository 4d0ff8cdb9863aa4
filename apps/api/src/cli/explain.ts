import { explainAll } from '@lms/api-assignments';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Differences } from './differences.js';
import { inSnapshot } from './snapshot.js';
import { withOwner } from './with-owner.js';

/** Replays the stored facts of every reason through its rule's stored version. Throws Differences after naming the faults. */
export async function explain(io: CommandIo): Promise<void> {
  const { ownerUrl } = io.configuration();
  await assertMigrated(ownerUrl);
  const { reasons, faults, named } = await withOwner(ownerUrl, (client) =>
    inSnapshot(client, () => explainAll(client)),
  );
  for (const { person, name, target, rule, number, why } of named) {
    io.print(
      `Person ${person} (${name}), ${target}: version ${number} of the rule “${rule}” does not explain it (${why}).`,
    );
  }
  io.print(`Reasons that rules gave: ${reasons}, not explained: ${faults}.`);
  if (faults > 0) throw new Differences();
}
