import type { DrawnQuestion, RunId } from './drawn-question.js';
import type { QuestionBody, QuizAnswer } from './question.js';

const madeFor = (list: readonly RunId[], own: string): string => list.find(([, id]) => id === own)?.[0] ?? '';

/** A right answer in the ids of the run, to be shown where the quiz shows answers. */
export const solutionOf = (body: QuestionBody, { parts, rights }: DrawnQuestion): QuizAnswer => {
  switch (body.type) {
    case 'single':
      return { type: 'single', choiceId: madeFor(parts, body.choices.find(({ right }) => right)?.id ?? '') };
    case 'multiple': {
      const right = new Set(body.choices.filter((choice) => choice.right).map(({ id }) => id));
      return { type: 'multiple', choiceIds: parts.filter(([, own]) => right.has(own)).map(([made]) => made) };
    }
    case 'true-false':
      return { type: 'true-false', value: body.right };
    case 'matching':
      return { type: 'matching', pairs: Object.fromEntries(parts.map(([made, own]) => [made, madeFor(rights, own)])) };
    case 'ordering':
      return { type: 'ordering', itemIds: body.items.map(({ id }) => madeFor(parts, id)) };
    case 'numeric':
      return { type: 'numeric', value: String(body.value) };
    case 'short-text':
      return { type: 'short-text', value: body.accepted[0] ?? '' };
  }
};

/** The same in words; a line each for several choices, pairs and items in order. */
export const solutionText = (body: QuestionBody): string => {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return body.choices
        .filter(({ right }) => right)
        .map(({ text }) => text)
        .join('\n');
    case 'true-false':
      return body.right ? 'True' : 'False';
    case 'matching':
      return body.pairs.map(({ left, right }) => `${left} – ${right}`).join('\n');
    case 'ordering':
      return body.items.map(({ text }, index) => `${index + 1}. ${text}`).join('\n');
    case 'numeric':
      return `${body.value}${body.tolerance > 0 ? ` ± ${body.tolerance}` : ''}${body.unit ? ` ${body.unit}` : ''}`;
    case 'short-text':
      return body.accepted[0] ?? '';
  }
};
