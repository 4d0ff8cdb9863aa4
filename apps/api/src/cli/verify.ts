import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type ReadAnchor, readAnchor, verifyRecord } from '@lms/api-records';
import { RecordFile } from '@lms/contracts';
import type { CommandIo } from './command-io.js';
import { isPack, tellPack } from './verify-packs.js';
import { Differences } from './differences.js';
import { counted } from './counted.js';
import { errorCode } from './error-code.js';
import { Refusal } from './refusal.js';

type Named<T> = T & { file: string };

/**
 * Verifies records that people took away, beside anchors, and audit packs, from files alone: nothing is asked of a
 * database or a network. Throws Differences after naming what is wrong.
 */
export async function verify(io: Pick<CommandIo, 'print'>, files: string[], options: { key?: string }): Promise<void> {
  const key = options.key?.toLowerCase() ?? null;
  if (key !== null && !/^[0-9a-f]{64}$/.test(key)) throw new Refusal('A key has 64 hexadecimal digits.');
  const records: Named<RecordFile>[] = [];
  const rest: string[] = [];
  const packs: string[] = [];
  for (const file of files) {
    if (await isPack(file)) {
      packs.push(file);
      continue;
    }
    const record = await recordIn(file);
    if (record) records.push({ ...record, file });
    else rest.push(file);
  }
  const people = new Set(records.map(({ record }) => record.person.id));
  const anchors: Named<ReadAnchor>[] = [];
  for (const file of rest) {
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
    const found = await readAnchor(lines, people, key);
    if (!found) throw new Refusal(`${file} is neither a record nor an anchor.`);
    anchors.push({ ...found, file });
  }
  let wrong = 0;
  const tell = (file: string, faults: string[]): void => {
    wrong += faults.length;
    for (const fault of faults) io.print(`${file}: ${fault}`);
  };
  for (const { file, faults } of anchors) tell(file, faults);
  for (const each of records) {
    const verdict = verifyRecord(each, anchors, key);
    io.print(
      `${each.file}: ${verdict.name}, ${counted(verdict.entries, 'entry', 'entries')}, ${counted(verdict.anchors, 'anchor', 'anchors')}.`,
    );
    tell(each.file, verdict.faults);
  }
  const packKeys: string[] = [];
  for (const file of packs) {
    const told = await tellPack(io, file, key);
    wrong += told.wrong;
    packKeys.push(...told.keys);
  }
  const keys = new Set([
    ...packKeys,
    ...records.map(({ record }) => record.publicKey),
    ...anchors.map((each) => each.publicKey),
  ]);
  if (key === null) io.print(`Signed with: ${[...keys].join(', ')}. Compare it with the published key.`);
  if (wrong > 0) throw new Differences();
  io.print('All is well.');
}

/** Anchors have many lines and one JSON text in each, so that the whole is none. */
async function recordIn(file: string): Promise<RecordFile | null> {
  try {
    return RecordFile.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (errorCode(error) === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
    throw error;
  }
}
