import { describe, expect, it } from '@jest/globals';
import type { QuestionBody, SaveQuestionRequest } from '@lms/contracts';
import { SaveQuestionRequest as Contract } from '@lms/contracts';
import { comparable, plainCell, safeCell } from '@lms/domain';
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { questionFaults } from '../question-faults.js';
import { sameQuestion } from '../same-question.js';
import { tidyQuestion } from '../tidy-question.js';
import { type KnownQuestion, planImport } from './plan-import.js';
import { readCsv } from './read-csv.js';
import { rowQuestion } from './row-question.js';
import { toCsv } from './to-csv.js';

/** Text that is unkind to files: separators, quotes, formulas, lines, other scripts. */
const unkind = fc.constantFrom(
  '=1+1',
  '-5',
  "'=x",
  '"',
  ';',
  ',',
  '\t',
  '\n',
  '\r\n',
  '@cmd',
  '+',
  'é',
  '道路',
  '<b>',
  '|',
  'a b',
  '0',
  'no',
);
const text = (max: number) =>
  fc
    .oneof(
      fc.array(unkind, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      fc.string({ minLength: 1, maxLength: 12 }),
    )
    .map((given) => given.replaceAll('\0', '').trim().slice(0, max).trim())
    .filter((given) => given !== '');
const texts = (min: number, max: number, length: number) =>
  fc.uniqueArray(text(length), { minLength: min, maxLength: max, selector: comparable });

const body: fc.Arbitrary<QuestionBody> = fc.oneof(
  fc.tuple(texts(2, 12, 500), fc.nat()).map(([list, right]): QuestionBody => ({
    type: 'single',
    choices: list.map((one, index) => ({ id: uuid(), text: one, right: index === right % list.length })),
  })),
  fc
    .tuple(texts(2, 12, 500), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
    .map(([list, right]): QuestionBody => ({
      type: 'multiple',
      choices: list.map((one, index) => ({ id: uuid(), text: one, right: right[index] ?? false })),
    })),
  fc.boolean().map((right): QuestionBody => ({ type: 'true-false', right })),
  fc
    .tuple(texts(2, 12, 300), fc.array(text(300), { minLength: 12, maxLength: 12 }))
    .map(([lefts, rights]): QuestionBody => ({
      type: 'matching',
      pairs: lefts.map((left, index) => ({ id: uuid(), left, right: rights[index] ?? '' })),
    })),
  texts(2, 12, 300).map((list): QuestionBody => ({
    type: 'ordering',
    items: list.map((one) => ({ id: uuid(), text: one })),
  })),
  fc
    .record({
      value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      tolerance: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      unit: fc.constantFrom('', 'm', '%', '-', '=km'),
    })
    .map((numeric): QuestionBody => ({ type: 'numeric', ...numeric })),
  texts(1, 20, 200).map((accepted): QuestionBody => ({ type: 'short-text', accepted })),
);
const question: fc.Arbitrary<SaveQuestionRequest> = fc
  .record({
    text: text(2000),
    body,
    tags: fc.uniqueArray(text(40), { maxLength: 10, selector: (tag) => tag.toLowerCase() }),
    safetyCritical: fc.boolean(),
    explanation: fc.oneof(fc.constant(''), text(2000)),
  })
  .map((given) => tidyQuestion(Contract.parse(given)))
  .filter((given) => questionFaults(given).length === 0);
const bank = fc
  .array(fc.record({ question, key: fc.option(fc.uuid(), { nil: null }), retired: fc.boolean() }), { maxLength: 6 })
  .map((list) =>
    list.map(({ question: given, key, retired }): KnownQuestion => ({
      ...given,
      id: uuid(),
      key,
      retired,
      revision: 1,
    })),
  );

const fileOf = (known: readonly KnownQuestion[]): Uint8Array =>
  Buffer.from(toCsv(known.map((one) => ({ ...one, key: one.key ?? one.id }))));
const planFor = (known: readonly KnownQuestion[], file: Uint8Array) => {
  const { rows, errors } = readCsv(file);
  const read = rows.map((row) => rowQuestion(row, uuid));
  const plan = planImport(
    known,
    read.flatMap((one) => (Array.isArray(one) ? [] : [one])),
    uuid,
  );
  return { ...plan, errors: [...errors, ...read.flatMap((one) => (Array.isArray(one) ? one : [])), ...plan.errors] };
};

describe('a bank as a file', () => {
  it('changes nothing when it is read into the bank that it came from', () => {
    fc.assert(
      fc.property(bank, (known) => {
        expect(planFor(known, fileOf(known))).toEqual({ add: [], change: [], unchanged: known.length, errors: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same bank again when it is read into an empty one, and then changes nothing', () => {
    fc.assert(
      fc.property(bank, (known) => {
        const file = fileOf(known);
        const { add, errors } = planFor([], file);
        expect(errors).toEqual([]);
        expect(add).toHaveLength(known.length);
        add.forEach((one, index) => {
          const original = known[index];
          expect(original && sameQuestion(one, original)).toBe(true);
          expect([one.retired, one.key]).toEqual([original?.retired, original?.key ?? original?.id]);
        });
        const now = add.map((one): KnownQuestion => ({ ...one, revision: 1 }));
        expect(planFor(now, file)).toMatchObject({ add: [], change: [], unchanged: known.length, errors: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('holds no cell that a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.oneof(text(60), fc.string()), (given) => {
        const cell = safeCell(given);
        expect(plainCell(cell)).toBe(given);
        expect(/^[=+@\t\r\n＝＋－＠]/.test(cell)).toBe(false);
        if (cell.startsWith('-')) expect(Number.isFinite(Number(cell))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
