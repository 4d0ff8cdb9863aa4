import { decimalOf, within } from './decimal.js';
import type { Pair, QuestionBody, QuizAnswer } from './question.js';
import { readNumber } from './typed-number.js';
import { sameText } from './typed-text.js';

/**
 * Whether an answer, in the question's own ids, is right; all of it or not at all. An answer of another type is wrong.
 * Right sides and items that read the same are the same.
 */
export const isRight = (body: QuestionBody, answer: QuizAnswer | null): boolean => {
  switch (answer?.type) {
    case 'single':
      return body.type === 'single' && body.choices.some(({ id, right }) => right && id === answer.choiceId);
    case 'multiple':
      return body.type === 'multiple' && sameSet(rightChoices(body.choices), new Set(answer.choiceIds));
    case 'true-false':
      return body.type === 'true-false' && body.right === answer.value;
    case 'matching':
      return body.type === 'matching' && matches(body.pairs, answer.pairs);
    case 'ordering':
      return body.type === 'ordering' && inOrder(body.items, answer.itemIds);
    case 'numeric':
      return body.type === 'numeric' && isNear(body, answer.value);
    case 'short-text':
      return body.type === 'short-text' && body.accepted.some((text) => sameText(text, answer.value));
    case undefined:
      return false;
  }
};

const rightChoices = (choices: readonly { id: string; right: boolean }[]): Set<string> =>
  new Set(choices.filter(({ right }) => right).map(({ id }) => id));

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && one.size === other.size && [...one].every((id) => other.has(id));

function matches(pairs: readonly Pair[], given: Readonly<Record<string, string>>): boolean {
  const texts = new Map(pairs.map(({ id, right }) => [id, right]));
  return pairs.every(({ id, right }) => {
    const chosen = Object.hasOwn(given, id) ? texts.get(given[id] ?? '') : undefined;
    return chosen !== undefined && sameText(chosen, right);
  });
}

function inOrder(items: readonly { id: string; text: string }[], given: readonly string[]): boolean {
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  if (given.length !== items.length || new Set(given).size !== items.length) return false;
  return items.every(({ text }, index) => {
    const chosen = texts.get(given[index] ?? '');
    return chosen !== undefined && sameText(chosen, text);
  });
}

function isNear(body: Extract<QuestionBody, { type: 'numeric' }>, typed: string): boolean {
  const [value, tolerance] = [decimalOf(body.value), decimalOf(body.tolerance)];
  return readNumber(typed, body.unit).some((reading) => within(reading, value, tolerance));
}
