import { Readable } from 'node:stream';
import { GetImport, ReceiveImport, RunImport, StartApply, StartCheck } from '@lms/api-imports';
import { csvOf } from '@lms/api-platform';
import type { Desk, Teller } from './desk.js';
import { completionsFile, crewFile, type ImportedFile } from './import-files.js';
import type { Story } from './story.js';

/** Records of before the product, by the People Team, and a supplier's monthly list of its crew. */
export const importStories = (): Story[] => [
  { ago: 21, hour: 14, tell: async (desk) => bringIn(desk, 'helen', await completionsFile(desk)) },
  { ago: 8, hour: 15, tell: async (desk) => bringIn(desk, 'tom', await crewFile(desk)) },
];

/** As somebody does it: the file is taken in and read, its columns are as guessed, what it says is checked and applied. */
async function bringIn(desk: Desk, by: Teller, { kind, name, heading, rows }: ImportedFile): Promise<void> {
  if (rows.length === 0) return;
  const ctx = await desk.as(by);
  const bytes = Readable.from([Buffer.from(csvOf(heading, rows))]);
  const arriving = Object.assign(bytes, {
    headers: { 'content-type': 'application/octet-stream' },
    complete: true,
  });
  const { id } = await desk.get(ReceiveImport).run(ctx, { kind, name }, arriving);
  const run = () => desk.get(RunImport).run(id);
  await run();
  const { mapping } = await desk.get(GetImport).run(ctx, id);
  await desk.get(StartCheck).run(ctx, id, { mapping, common: {}, options: { leaversEndOn: null } });
  await run();
  await desk.get(StartApply).run(ctx, id, {});
  await run();
}
