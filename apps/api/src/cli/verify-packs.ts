import { open } from 'node:fs/promises';
import { verifyPack } from '@lms/api-records';
import type { CommandIo } from './command-io.js';
import { counted } from './counted.js';
import { errorCode } from './error-code.js';
import { Refusal } from './refusal.js';

/** Whether a file begins as a ZIP does, also one that was cut off. Refusal where there is none. */
export async function isPack(file: string): Promise<boolean> {
  try {
    const opened = await open(file);
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer.toString('latin1') === 'PK';
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
    throw error;
  }
}

/** Verifies one pack and says what came of it. */
export async function tellPack(
  io: Pick<CommandIo, 'print'>,
  file: string,
  key: string | null,
): Promise<{ wrong: number; keys: string[] }> {
  const { manifest, records, faults, more } = await verifyPack(file, key);
  if (manifest) {
    const { about, people, files, knownAt, seenBy } = manifest;
    const seen = seenBy ? ', as far as an employer may see it' : '';
    const parts = [counted(people, 'person', 'people'), counted(records, 'record', 'records')];
    io.print(
      `${file}: ${about.name} as known at ${knownAt}${seen}, ${parts.join(', ')}, ${counted(files.length, 'file', 'files')}.`,
    );
  }
  for (const fault of faults) io.print(`${file}: ${fault}`);
  if (more > 0) io.print(`${file}: ${counted(more, 'more file is wrong', 'more files are wrong')}.`);
  return { wrong: faults.length + more, keys: manifest ? [manifest.publicKey] : [] };
}
