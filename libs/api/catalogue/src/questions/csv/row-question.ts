import { QUESTION_TYPES, type QuestionType, SaveQuestionRequest } from '@lms/contracts';
import { questionFaults } from '../question-faults.js';
import { tidyQuestion } from '../tidy-question.js';
import { bodyOf } from './row-body.js';
import { columnFor, sentenceFor } from './row-faults.js';
import type { CsvRow, RowError } from './read-csv.js';
import { tagsOf } from './tags-cell.js';

/** What one row says. `key` and `retired` are null where the file does not say. */
export interface RowQuestion {
  row: number;
  key: string | null;
  retired: boolean | null;
  question: SaveQuestionRequest;
}

/** Longest name that a file may give to a question. */
const MOST_KEY = 100;

/** A row as a question, or what is wrong with it, column by column. `newId` names its parts. */
export function rowQuestion({ row, cells }: CsvRow, newId: () => string): RowQuestion | RowError[] {
  const errors: RowError[] = [];
  const wrong = (column: string, message: string): void => void errors.push({ row, column, message });
  const cell = (column: string): string => cells.get(column) ?? '';
  const yes = (column: string): boolean | null => {
    const value = answers.get(cell(column).toLowerCase());
    if (value === undefined) wrong(column, 'Write yes or no.');
    return value ?? null;
  };

  const key = cell('key');
  if (key.length > MOST_KEY) wrong('key', `A key has ${MOST_KEY} characters at most.`);
  for (const [column, text] of cells)
    if (text.includes('\0')) wrong(column, 'This holds a character that cannot be kept.');
  const type = typeOf(cell('type'));
  if (!type) wrong('type', `Write one of: ${QUESTION_TYPES.join(', ')}.`);
  const body = type && bodyOf(type, cell, wrong, newId);
  const [safetyCritical, retired] = [yes('safety critical') ?? false, yes('retired')];
  if (!body || errors.length > 0) return errors;

  const { text, explanation } = { text: cell('text'), explanation: cell('explanation') };
  const checked = SaveQuestionRequest.safeParse({
    text,
    explanation,
    tags: tagsOf(cell('tags')),
    safetyCritical,
    body,
  });
  if (!checked.success) {
    return checked.error.issues.map((issue) => ({ row, column: columnFor(issue.path), message: sentenceFor(issue) }));
  }
  const faults = questionFaults(checked.data);
  if (faults.length > 0)
    return faults.map(({ path, message }) => ({ row, column: columnFor(path.split('.')), message }));
  return { row, key: key === '' ? null : key, retired, question: tidyQuestion(checked.data) };
}

const answers = new Map<string, boolean | null>([
  ['', null],
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);

function typeOf(cell: string): QuestionType | undefined {
  const name = cell.toLowerCase().replace(/[\s_/]+/g, '-');
  return QUESTION_TYPES.find((type) => type === name);
}
