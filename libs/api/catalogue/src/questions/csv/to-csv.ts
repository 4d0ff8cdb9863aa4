import type { SaveQuestionRequest } from '@lms/contracts';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '@lms/domain';
import { headingFor, matchColumn, optionColumn } from './columns.js';
import { tagsCell } from './tags-cell.js';

export interface FiledQuestion extends SaveQuestionRequest {
  key: string;
  retired: boolean;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Questions as a file for spreadsheets: UTF-8 with its mark, every cell quoted, nothing that runs as a formula. */
export function toCsv(questions: readonly FiledQuestion[]): string {
  const rows = questions.map(cellsOf);
  const most = (column: (n: number) => string, least: number): number => {
    let n = least;
    while (rows.some((row) => row.has(column(n + 1)))) n += 1;
    return n;
  };
  const heading = headingFor(most(optionColumn, 4), most(matchColumn, 4));
  const lines = rows.map((row) => heading.map((column) => safeCell(row.get(column) ?? '')));
  return stringify([heading, ...lines], { bom: true, quoted: true, record_delimiter: 'windows' });
}

function cellsOf(question: FiledQuestion): Map<string, string> {
  return new Map([
    ['key', question.key],
    ['type', question.body.type],
    ['text', question.text],
    ...bodyCells(question.body),
    ['tags', tagsCell(question.tags)],
    ['safety critical', yesNo(question.safetyCritical)],
    ['explanation', question.explanation],
    ['retired', yesNo(question.retired)],
  ]);
}

function bodyCells(body: SaveQuestionRequest['body']): [string, string][] {
  const options = (texts: readonly string[]): [string, string][] =>
    texts.map((text, index) => [optionColumn(index + 1), text]);
  switch (body.type) {
    case 'single':
    case 'multiple':
      return [...options(body.choices.map(({ text }) => text)), ['right', rightNumbers(body.choices)]];
    case 'matching':
      return [
        ...options(body.pairs.map(({ left }) => left)),
        ...body.pairs.map(({ right }, index): [string, string] => [matchColumn(index + 1), right]),
      ];
    case 'ordering':
      return options(body.items.map(({ text }) => text));
    case 'true-false':
      return [['right', String(body.right)]];
    case 'numeric':
      return [
        ['right', String(body.value)],
        ['tolerance', String(body.tolerance)],
        ['unit', body.unit],
      ];
    case 'short-text':
      return options(body.accepted);
  }
}

const rightNumbers = (choices: readonly { right: boolean }[]): string =>
  choices.flatMap(({ right }, index) => (right ? [index + 1] : [])).join(';');
