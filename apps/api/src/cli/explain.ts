import { explainAll } from '@lms/api-assignments';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Differences } from './differences.js';
import { inSnapshot } from './snapshot.js';
import { withOwner } from './with-owner.js';

/** Replays the stored facts of every reason through its rule's stored version, and every open assignment. Throws Differences after naming the faults. */
export async function explain(io: CommandIo): Promise<void> {
  const { ownerUrl } = io.configuration();
  await assertMigrated(ownerUrl);
  const { reasons, assignments, faults, named } = await withOwner(ownerUrl, (client) =>
    inSnapshot(client, () => explainAll(client)),
  );
  for (const { person, name, target, rule, why } of named) {
    const who = rule ? `version ${rule.number} of the rule “${rule.name}” does` : 'its reasons do';
    io.print(`Person ${person} (${name}), ${target}: ${who} not explain it (${why}).`);
  }
  io.print(`Reasons that rules gave: ${reasons}, open assignments: ${assignments}, not explained: ${faults}.`);
  if (faults > 0) throw new Differences();
}
