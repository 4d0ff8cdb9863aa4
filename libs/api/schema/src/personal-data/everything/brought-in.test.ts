import { v7 as uuid } from 'uuid';
import type { Known } from './known.test.js';
import { AT, WORD } from './traces.test.js';

/**
 * Two files: one that names the person in its cells, and one in which somebody has said that they are meant. A third is called
 * after them, of which others are told, and somebody has looked for them by name.
 */
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
  const called = 'Zebedee Quillfeather.csv';
  const third = uuid();
  await put('import', {
    ...{ id: third, kind: 'people', file_name: called, size: 100, state: 'applied', created_by: other },
    ...{ created_at: AT, moved_at: AT },
  });
  await put('notice', {
    ...{ id: uuid(), person_id: other, at: AT, kind: 'import', about: JSON.stringify({ title: called }), link: '/' },
    dedupe_key: `import ${third}`,
  });
  await put('outbox_event', {
    ...{ at: AT, type: 'import.applied', person_id: other, payload: JSON.stringify({ importId: third, name: called }) },
  });
  await put('list_file', {
    ...{ id: uuid(), person_id: other, list: 'people', format: 'csv', asked_at: AT, state: 'ended' },
    ...{ filters: JSON.stringify({ q: 'zebedee quillfeather' }), narrowed: '["Search: zebedee quillfeather"]' },
  });
}
