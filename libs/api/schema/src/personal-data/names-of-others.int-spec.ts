import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { NOT_PERSONAL } from './catalogue.js';
import { NAMES_OF_OTHERS, NO_NAMES } from './names-of-others.js';

let db: TestDatabase;
let make: Factory;
let person: string;
let rule: string;
let course: string;
beforeAll(async () => {
  db = await testDatabase();
  make = new Factory(db);
  person = await make.person({ givenName: 'Zebedee', familyName: 'Quillfeather', contactEmail: 'zeb@home.test' });
  course = await make.course({ title: 'Quillfeather’s rules for plant' });
  await make.course({ title: 'Quillfeathers and other birds' });
  await make.course({ title: 'Fatigue' });
  rule = uuid();
  await db.sql(
    `insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'Refresher of zebedee quillfeather', $2, now())`,
    [rule, person],
  );
});
afterAll(() => db.stop());

const standing = () =>
  db.sql<{ kind: string; id: string; words: string; whole: boolean }>(
    'select kind, id, words, whole from names_of_others($1)',
    [[person]],
  );

describe('where the name of a person stands', () => {
  it('is found in what others called things: the whole name first, the family name as a word', async () => {
    expect(await standing()).toEqual([
      { kind: 'rule', id: rule, words: 'Refresher of zebedee quillfeather', whole: true },
      { kind: 'course', id: course, words: 'Quillfeather’s rules for plant', whole: false },
    ]);
  });

  it('is found in file names, between what file names have', async () => {
    const version = await make.courseVersion({ courseId: course, state: 'draft' });
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title, minutes, completion_rule, file_name, file_sha256)
       values ($1, $2, $1, 1, 'document', 'Read it', 5, '{}', 'cpcs_quillfeather_2026.pdf', repeat('a', 64))`,
      [uuid(), version],
    );
    const [, found] = await standing();
    // One thing stands there once, whatever of it names the person.
    expect(found).toMatchObject({ kind: 'course', id: course });
    expect(await standing()).toHaveLength(2);
  });

  it('is nowhere, for somebody without a name', async () => {
    expect(await db.sql('select * from names_of_others($1)', [[uuid()]])).toEqual([]);
  });

  it('is looked for in every column that is a name or a title', () => {
    const looked = new Set(
      NAMES_OF_OTHERS.flatMap(({ table, columns }) => columns.split(' ').map((c) => `${table}.${c}`)),
    );
    const named = NOT_PERSONAL.flatMap(({ table, columns }) =>
      columns
        .split(' ')
        .filter((column) => /(^|_)(name|title|summary|label|place|description)$/.test(column))
        .map((column) => `${table}.${column}`),
    );
    expect(named.filter((column) => !looked.has(column) && !(column in NO_NAMES))).toEqual([]);
    expect(Object.keys(NO_NAMES).filter((column) => !named.includes(column))).toEqual([]);
  });
});
