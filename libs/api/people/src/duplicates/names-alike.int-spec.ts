import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@lms/testing';

interface Name {
  given: string;
  family: string;
  knownAs?: string;
}
const named = (given: string, family: string, knownAs?: string): Name => ({
  given,
  family,
  ...(knownAs && { knownAs }),
});

describe('names that are alike', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.stop());

  const person = (n: number): string =>
    `jsonb_populate_record(null::person, jsonb_build_object('given_name', $${n}::text, 'family_name', $${n + 1}::text, 'known_as', $${n + 2}::text))`;
  const alike = async (one: Name, other: Name): Promise<boolean> => {
    const [row] = await db.sql<{ there: boolean; back: boolean }>(
      `select names_alike(${person(1)}, ${person(4)}) as there, names_alike(${person(4)}, ${person(1)}) as back`,
      [one, other].flatMap(({ given, family, knownAs }) => [given, family, knownAs ?? null]),
    );
    expect(row?.back).toBe(row?.there);
    return row?.there ?? false;
  };
  const karim = named('Aisha', 'Karim');

  it.each([
    ['the same', named('aisha', 'KARIM')],
    ['a letter missing', named('Asha', 'Karim')],
    ['a letter too many', named('Aisha', 'Karimm')],
    ['another letter', named('Aisha', 'Karin')],
    ['two that changed places', named('Aihsa', 'Karim')],
    ['a slip in each part', named('Aishah', 'Kraim')],
    ['the other order', named('Karim', 'Aisha')],
    ['a name more', named('Aisha', 'Karim-Hussain')],
    ['what they are called', named('Aishwarya', 'Karim', 'Aisha')],
  ])('%s', async (_, other) => expect(await alike(karim, other)).toBe(true));

  it.each([
    ['a name that only sounds alike', karim, named('Aisling', 'Karim')],
    ['another ending', named('Niall', 'Richards'), named('Niall', 'Richardson')],
    ['a short form', named('Harry', 'Bailey'), named('Harriet', 'Bailey')],
    ['parts of both the wrong way round', named('Robert', 'Jackson'), named('Jack', 'Roberts')],
    ['one name of two', named('Emma', 'Cole'), named('Emma', 'Reed')],
  ])('not %s', async (_, one, other) => expect(await alike(one, other)).toBe(false));
});
