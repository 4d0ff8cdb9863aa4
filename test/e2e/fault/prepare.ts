import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { withDatabase } from '../support/with-database.js';
import { pagesPackage } from './pages-package.js';

export const PASSWORD = 'turns pages all day';
export const SCO = 'item-1';

export interface Prepared {
  courseId: string;
  activityId: string;
  learners: { personId: string; name: string }[];
}

const AT = '2026-01-05T09:00:00Z';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A course with one lesson, and so many people who owe it. */
export function prepare(dataDir: string, learners: number): Promise<Prepared> {
  return withDatabase(dataDir, async (sql) => {
    const [courseId, versionId, activityId, packageId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const scos = [
      { identifier: SCO, title: 'Pages', href: 'index.html', scormType: 'sco', masteryScore: null, dataFromLms: null },
    ];
    await sql(
      `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at)
       values ($1, 'scorm12', '1.2', 'Pages', $2, $3, $4, $5)`,
      [packageId, sha256('no zip file'), JSON.stringify(scos), pagesPackage.length, AT],
    );
    const address = sha256(pagesPackage);
    const file = join(dataDir, 'files', 'blobs', address.slice(0, 2), address.slice(2, 4), address);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, pagesPackage, { mode: 0o600 });
    await sql(
      `insert into package_file (package_id, path, sha256, size, media_type) values ($1, 'index.html', $2, $3, 'text/html')`,
      [packageId, address, Buffer.byteLength(pagesPackage)],
    );
    await sql(`insert into course (id, code, title, created_at) values ($1, 'PAGES', 'Turning pages', $2)`, [
      courseId,
      AT,
    ]);
    await sql(`insert into course_version (id, course_id, number, minutes, created_at) values ($1, $2, 1, 5, $3)`, [
      versionId,
      courseId,
      AT,
    ]);
    await sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title, package_id, completion_rule)
       values ($1, $2, $1, 1, 'scorm12', 'Pages', $3, '{"kind": "completed"}')`,
      [activityId, versionId, packageId],
    );
    await sql(`update course_version set state = 'published', published_at = $2 where id = $1`, [versionId, AT]);
    const people = Array.from({ length: learners }, (_, n) => ({ personId: randomUUID(), name: `learner-${n + 1}` }));
    // Cheap on purpose: what is tried here is not how slow argon2 is.
    const secret = await hash(PASSWORD, { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 });
    const rows = JSON.stringify(people.map(({ personId, name }) => ({ id: personId, name, other: randomUUID() })));
    const from = 'from jsonb_to_recordset($1) as p(id uuid, name text, other uuid)';
    await sql(
      `insert into person (id, given_name, family_name, created_at) select p.id, 'Learner', p.name, $2 ${from}`,
      [rows, AT],
    );
    await sql(
      `insert into sign_in_name (id, person_id, name, kind, created_at) select p.other, p.id, p.name, 'username', $2 ${from}`,
      [rows, AT],
    );
    await sql(`insert into password (person_id, hash, changed_at) select p.id, $2, $3 ${from}`, [rows, secret, AT]);
    await sql(
      `insert into privacy_acceptance (person_id, notice_version, accepted_at) select p.id, n, $2 ${from}, generate_series(1, 3) n`,
      [rows, AT],
    );
    await sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) select p.other, p.id, $2, $3, '2030-01-01' ${from}`,
      [rows, courseId, AT],
    );
    return { courseId, activityId, learners: people };
  });
}
