import type { Tx } from '@lms/api-platform';
import type { DigestChunk } from './keep-chunk.js';
import { type ReminderDue, REMINDERS_DUE } from './reminder-due.js';

const ROWS = 1_000;
/** People whose digests are written together. */
const PEOPLE = 200;

/** What is to be told on a day, worked out once and read in pieces: memory stays small whatever the number of people. */
export async function* readChunks(tx: Tx, today: string, people = PEOPLE): AsyncGenerator<DigestChunk> {
  await tx.query(`declare reminders no scroll cursor for ${REMINDERS_DUE}`, [today]);
  let chunk: ReminderDue[][] = [];
  for (;;) {
    const rows: ReminderDue[] = await tx.query(`fetch ${ROWS} from reminders`);
    if (rows.length === 0) break;
    for (const row of rows) {
      const last = chunk.at(-1);
      if (last?.[0]?.toldId === row.toldId) {
        last.push(row);
        continue;
      }
      if (chunk.length === people) {
        yield chunk;
        chunk = [];
      }
      chunk.push([row]);
    }
  }
  if (chunk.length > 0) yield chunk;
}
