import { type Chance, shuffled } from './chance.js';
import type { QuestionBody, QuizAnswer } from './question.js';

/** An id made for one run, and the question's own that it stands for. */
export type RunId = readonly [made: string, own: string];

/**
 * A question as one run asks it. Only made ids leave the server: neither ids nor order tell what belongs together.
 * `parts` are choices, items or left sides in the order shown; `rights` the right sides of a matching question.
 */
export interface DrawnQuestion {
  readonly id: string;
  readonly revisionId: string;
  readonly parts: readonly RunId[];
  readonly rights: readonly RunId[];
}

interface Text {
  id: string;
  text: string;
}
export type AskedBody =
  | { type: 'single' | 'multiple'; choices: Text[] }
  | { type: 'true-false' | 'short-text' }
  | { type: 'matching'; lefts: Text[]; rights: Text[] }
  | { type: 'ordering'; items: Text[] }
  | { type: 'numeric'; unit: string };

/** `mix` shuffles choices and left sides; right sides and items to be put in order are shuffled always. */
export const drawnQuestion = (revisionId: string, body: QuestionBody, mix: boolean, chance: Chance): DrawnQuestion => {
  const made = (list: readonly { id: string }[], shuffle: boolean): RunId[] =>
    (shuffle ? shuffled(list, chance) : list).map(({ id }): RunId => [chance.id(), id]);
  const id = chance.id();
  switch (body.type) {
    case 'single':
    case 'multiple':
      return { id, revisionId, parts: made(body.choices, mix), rights: [] };
    case 'matching':
      return { id, revisionId, parts: made(body.pairs, mix), rights: made(body.pairs, true) };
    case 'ordering':
      return { id, revisionId, parts: made(body.items, true), rights: [] };
    default:
      return { id, revisionId, parts: [], rights: [] };
  }
};

/** What the learner is shown: nothing in it says what is right. */
export const askedBody = (body: QuestionBody, { parts, rights }: DrawnQuestion): AskedBody => {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return { type: body.type, choices: texts(parts, body.choices) };
    case 'matching':
      return {
        type: body.type,
        lefts: texts(
          parts,
          body.pairs.map(({ id, left }) => ({ id, text: left })),
        ),
        rights: texts(
          rights,
          body.pairs.map(({ id, right }) => ({ id, text: right })),
        ),
      };
    case 'ordering':
      return { type: body.type, items: texts(parts, body.items) };
    case 'numeric':
      return { type: body.type, unit: body.unit };
    default:
      return { type: body.type };
  }
};

const texts = (ids: readonly RunId[], own: readonly Text[]): Text[] => {
  const byId = new Map(own.map(({ id, text }) => [id, text]));
  return ids.map(([made, id]) => ({ id: made, text: byId.get(id) ?? '' }));
};

/** Whether an answer is of the question's type and names nothing but what was offered, each once. */
export const answerFits = (body: QuestionBody, { parts, rights }: DrawnQuestion, answer: QuizAnswer): boolean => {
  if (body.type !== answer.type) return false;
  const offered = (list: readonly RunId[], ids: readonly string[]): boolean =>
    ids.every((id) => list.some(([made]) => made === id));
  const each = (ids: readonly string[]): boolean => new Set(ids).size === ids.length && offered(parts, ids);
  switch (answer.type) {
    case 'single':
      return offered(parts, [answer.choiceId]);
    case 'multiple':
      return each(answer.choiceIds);
    case 'ordering':
      return each(answer.itemIds);
    case 'matching':
      return offered(parts, Object.keys(answer.pairs)) && offered(rights, Object.values(answer.pairs));
    default:
      return true;
  }
};

/** The answer in the question's own ids; an id that was not offered becomes one that nothing has. */
export const ownAnswer = ({ parts, rights }: DrawnQuestion, answer: QuizAnswer): QuizAnswer => {
  const own = new Map([...parts, ...rights]);
  const of = (id: string): string => own.get(id) ?? '';
  switch (answer.type) {
    case 'single':
      return { ...answer, choiceId: of(answer.choiceId) };
    case 'multiple':
      return { ...answer, choiceIds: answer.choiceIds.map(of) };
    case 'ordering':
      return { ...answer, itemIds: answer.itemIds.map(of) };
    case 'matching':
      return {
        ...answer,
        pairs: Object.fromEntries(Object.entries(answer.pairs).map(([left, right]) => [of(left), of(right)])),
      };
    default:
      return answer;
  }
};
