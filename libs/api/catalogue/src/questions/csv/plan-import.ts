import type { SaveQuestionRequest } from '@lms/contracts';
import { comparable } from '@lms/domain';
import { sameQuestion } from '../same-question.js';
import type { NewQuestion, NextRevision } from '../write-questions.js';
import { keepIds } from './keep-ids.js';
import type { RowError } from './read-csv.js';
import type { RowQuestion } from './row-question.js';

/** A question that stands in the bank. */
export interface KnownQuestion extends SaveQuestionRequest {
  id: string;
  key: string | null;
  retired: boolean;
  revision: number;
}
export interface ImportPlan {
  add: NewQuestion[];
  change: NextRevision[];
  unchanged: number;
  errors: RowError[];
}

/**
 * What a file would do to a bank. A row is the question of its key (or id, which an export gives where there is no key),
 * else the one question that reads the same; a row that is neither is new. So the same file twice changes nothing.
 */
export function planImport(
  known: readonly KnownQuestion[],
  rows: readonly RowQuestion[],
  newId: () => string,
): ImportPlan {
  const byKey = new Map(known.flatMap((q) => [[q.id, q] as const, ...(q.key === null ? [] : [[q.key, q] as const])]));
  const byText = Map.groupBy(known, ({ text }) => comparable(text));
  const plan: ImportPlan = { add: [], change: [], unchanged: 0, errors: [] };
  const keys = new Map<string, number>();
  const met = new Map<string, number>();

  for (const { row, key, retired, question } of rows) {
    const text = comparable(question.text);
    const alike = (byText.get(text) ?? []).filter((q) => key === null || q.key === null);
    const found = (key === null ? undefined : byKey.get(key)) ?? alike[0];
    const wrong = (column: string, message: string): void => void plan.errors.push({ row, column, message });
    const before = keys.get(key ?? '') ?? met.get(found?.id ?? (key === null ? text : ''));
    if (before !== undefined) {
      wrong(key === null ? 'text' : 'key', `Row ${before} is the same question.`);
      continue;
    }
    if (alike.length > 1 && (key === null || !byKey.has(key))) {
      wrong('key', 'Several questions of the bank read like this. Write the key of the one that is meant.');
      continue;
    }
    if (key !== null) keys.set(key, row);
    met.set(found?.id ?? (key === null ? text : `key ${key}`), row);
    if (!found) {
      plan.add.push({ ...question, id: newId(), key, retired: retired ?? false });
      continue;
    }
    const next = {
      key: found.key ?? (key === found.id ? null : key),
      retired: retired ?? found.retired,
      id: found.id,
    };
    const same = sameQuestion(found, question);
    if (same && next.key === found.key && next.retired === found.retired) plan.unchanged += 1;
    else if (same) plan.change.push({ ...question, body: found.body, ...next, revision: found.revision });
    else
      plan.change.push({
        ...question,
        body: keepIds(found.body, question.body),
        ...next,
        revision: found.revision + 1,
      });
  }
  return plan;
}
