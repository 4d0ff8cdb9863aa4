import type { QuestionBody, QuestionType } from '@lms/contracts';
import { parseDecimal } from '@lms/domain';
import { matchColumn, MOST_MATCHES, MOST_OPTIONS, optionColumn } from './columns.js';

type Cell = (column: string) => string;
type Wrong = (column: string, message: string) => void;

/** What a row asks and what is right; undefined where that cannot be told, with what is wrong said. */
export function bodyOf(type: QuestionType, cell: Cell, wrong: Wrong, newId: () => string): QuestionBody | undefined {
  const options = filled(cell, optionColumn, MOST_OPTIONS);
  switch (type) {
    case 'single':
    case 'multiple': {
      const right = rightOptions(cell('right'), new Set(options.map(({ number }) => number)), wrong);
      return { type, choices: options.map(({ number, text }) => ({ id: newId(), text, right: right.has(number) })) };
    }
    case 'true-false': {
      const right = TRUTH.get(cell('right').toLowerCase());
      if (right === undefined) wrong('right', 'Write true or false.');
      return right === undefined ? undefined : { type, right };
    }
    case 'matching':
      return { type, pairs: pairsOf(cell, wrong).map((pair) => ({ id: newId(), ...pair })) };
    case 'ordering':
      return { type, items: options.map(({ text }) => ({ id: newId(), text })) };
    case 'numeric': {
      const value = numberOf(cell('right'));
      const tolerance = numberOf(cell('tolerance') || '0');
      if (value === null) wrong('right', 'Write a number.');
      if (tolerance === null || tolerance < 0) wrong('tolerance', 'Write a number that is not below 0.');
      return value === null || tolerance === null ? undefined : { type, value, tolerance, unit: cell('unit') };
    }
    case 'short-text':
      return { type, accepted: options.map(({ text }) => text) };
  }
}

const TRUTH = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

const filled = (cell: Cell, column: (n: number) => string, most: number): { number: number; text: string }[] =>
  Array.from({ length: most }, (_, index) => ({ number: index + 1, text: cell(column(index + 1)) })).filter(
    ({ text }) => text !== '',
  );

/** `2` or `1;3` or `1, 3`: the numbers of the options that are right. */
function rightOptions(cell: string, there: ReadonlySet<number>, wrong: Wrong): Set<number> {
  const numbers = cell
    .split(/[;,\s]+/)
    .filter(Boolean)
    .map(Number);
  if (numbers.some((number) => !there.has(number))) {
    wrong('right', 'Write the numbers of the options that are right, such as 2 or 1;3.');
  }
  return new Set(numbers);
}

function pairsOf(cell: Cell, wrong: Wrong): { left: string; right: string }[] {
  return Array.from({ length: MOST_MATCHES }, (_, index) => index + 1).flatMap((number) => {
    const [left, right] = [cell(optionColumn(number)), cell(matchColumn(number))];
    if (left === '' && right === '') return [];
    if (left === '') wrong(optionColumn(number), 'Write what this is matched with.');
    if (right === '') wrong(matchColumn(number), 'Write what this is matched with.');
    return [{ left, right }];
  });
}

/** With a point or a comma before the fraction; null for anything else. */
function numberOf(cell: string): number | null {
  const text = cell.includes('.') ? cell : cell.replace(',', '.');
  return parseDecimal(text) === null || !Number.isFinite(Number(text)) ? null : Number(text);
}
