import { v7 as uuid } from 'uuid';
import type { Known } from './known.test.js';
import { AT, WORD } from './traces.test.js';

/** Two files: one that names the person in its cells, and one in which somebody has said that they are meant. */
export async function broughtIn({ put, person, other }: Known): Promise<void> {
  const [names, numbers] = [uuid(), uuid()];
  for (const id of [names, numbers])
    await put('import', {
      ...{ id, kind: 'people', file_name: 'crew.csv', size: 100, state: 'checked', created_by: other },
      ...{ created_at: AT, moved_at: AT, samples: JSON.stringify([['Zebedee', 'Quillfeather', WORD]]) },
    });
  await put('import_row', {
    import_id: names,
    n: 2,
    cells: JSON.stringify({ a: 'Zebedee', b: 'Quillfeather', c: WORD }),
  });
  await put('import_row', { import_id: names, n: 3, cells: JSON.stringify({ a: 'ZQ-4711', b: WORD }) });
  await put('import_row', { import_id: numbers, n: 2, cells: JSON.stringify({ a: WORD }), choice: person });
}
