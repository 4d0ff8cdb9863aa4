import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Secrets } from '@lms/api-platform';
import { anchorLines, type AnchorTotals, SigningKey } from '@lms/api-records';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { errorCode } from './error-code.js';
import { Refusal } from './refusal.js';
import { inSnapshot } from './snapshot.js';
import { withOwner } from './with-owner.js';

/** Writes where every chain ends now, and every entry's hash, to a signed file that somebody else can keep. */
export async function anchor(io: CommandIo, file: string, at = new Date()): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const target = path.resolve(file);
  const key = new SigningKey(new Secrets(configuration));
  const totals: AnchorTotals = { people: 0, entries: 0 };
  await withOwner(configuration.ownerUrl, (client) =>
    inSnapshot(client, async () => {
      const lines = anchorLines(client, { at, issuer: configuration.origin, key, since: null }, totals);
      const out = createWriteStream(target, { flags: 'wx' });
      await pipeline(Readable.from(lines), out).catch(async (error: unknown) => {
        if (errorCode(error) === 'EEXIST') throw new Refusal(`There is a file ${target} already: name another one.`);
        await rm(target, { force: true });
        throw error;
      });
    }),
  );
  io.print(target);
  io.print(`People: ${totals.people}. Entries: ${totals.entries}. Signed with the key ${key.publicKey}.`);
}
