import type {
  Created,
  Import,
  ImportCounts,
  ImportKindName,
  ImportRow,
  ImportRowPage,
  ImportState,
} from '@lms/contracts';
import type { Client } from './test-app.js';

const OCTETS = { 'content-type': 'application/octet-stream' };

/** Gives a file; the worker has to be at work (`t.work()`). Answers the import once its columns are known. */
export async function giveFile(
  client: Client,
  kind: ImportKindName,
  content: string | Buffer,
  name = 'file.csv',
): Promise<Import> {
  const url = `/imports?kind=${kind}&name=${encodeURIComponent(name)}`;
  const begun = await client.post(url, Buffer.from(content), OCTETS);
  if (begun.status !== 201) throw new Error(begun.body);
  return untilState(client, begun.json<Created>().id, 'columns', 'refused');
}

/** Checks it with the columns that were guessed, or others. */
export async function checkFile(
  client: Client,
  given: Import,
  {
    mapping = given.mapping,
    leaversEndOn = null,
  }: { mapping?: Record<string, number>; leaversEndOn?: string | null } = {},
): Promise<Import> {
  const answer = await client.put(`/imports/${given.id}/check`, { mapping, options: { leaversEndOn } });
  if (answer.status !== 204) throw new Error(answer.body);
  return untilState(client, given.id, 'checked');
}

export async function applyFile(client: Client, id: string, leaving?: number): Promise<Import> {
  const answer = await client.post(`/imports/${id}/apply`, { leaving });
  if (answer.status !== 204) throw new Error(answer.body);
  return untilState(client, id, 'applied');
}

export async function untilState(client: Client, id: string, ...states: ImportState[]): Promise<Import> {
  for (;;) {
    const found = (await client.get(`/imports/${id}`)).json<Import>();
    if (states.includes(found.state)) return found;
    if (found.refusal) throw new Error(found.refusal);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const rowsOf = async (client: Client, id: string, query = ''): Promise<ImportRow[]> =>
  (await client.get(`/imports/${id}/rows?limit=100&${query}`)).json<ImportRowPage>().items;

/** Only the counts that are not nothing. */
export const countsOf = ({ counts }: Import): Partial<ImportCounts> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
