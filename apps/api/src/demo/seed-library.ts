import { demoFiles, NOISE_PICTURE, posterOf } from '@lms/demo';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';
import { insertRows } from './insert-rows.js';
import type { SeededFiles } from './seed-files.js';

/** The pictures of the library, before the pages that show them and the films that begin with them. */
export async function seedPictures(client: ClientBase, files: SeededFiles, at: string): Promise<void> {
  const posters = demoFiles
    .filter(({ kind }) => kind === 'video')
    .map(({ name }) => ({ id: derivedId('resource', name), file: posterOf(name), title: `Poster of ${name}` }));
  for (const { id, file: name, title } of [NOISE_PICTURE, ...posters]) {
    const file = files.get(name);
    if (!file) throw new Error(`The demonstration has no file called ${name}`);
    await insertRows(client, 'resource', [{ id, kind: 'image', title, version: 1, current: 1, created_at: at }]);
    await insertRows(client, 'resource_revision', [
      {
        id: derivedId('resource revision', id, 1),
        resource_id: id,
        number: 1,
        kind: 'image',
        sha256: file.sha256,
        name,
        size: file.size,
        media_type: file.mediaType,
        summary: file.summary,
        width: file.width ?? null,
        height: file.height ?? null,
        created_at: at,
      },
    ]);
  }
}

/** Whoever finished a page or a link gave their word on it. */
export async function seedPromises(client: ClientBase): Promise<void> {
  await client.query(
    `insert into promise (attempt_id, person_id, name, statement, settings_hash, made_at)
     select t.id, t.person_id, coalesce(p.known_as, p.given_name) || ' ' || p.family_name, a.settings ->> 'statement',
       encode(sha256(convert_to(a.settings::text, 'UTF8')), 'hex'), t.done_at
     from attempt t join activity a on a.id = t.activity_id join person p on p.id = t.person_id
     where a.kind in ('page', 'link') and t.state = 'done'`,
  );
}
