import type { AskedBody } from '@lms/web-ui';
import type { QuestionBody } from '@lms/contracts';
import { questionTexts } from '../texts.js';

/** A turn of the list that does not depend on chance: the preview stays the same while it is typed. */
const turned = <T>(list: readonly T[]): T[] => [...list.slice(1).reverse(), ...list.slice(0, 1)];

/** A question as it is asked: without what is right, and not in the right order. */
export function asAsked(body: QuestionBody): AskedBody {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return { type: body.type, choices: body.choices };
    case 'true-false':
      return { type: body.type };
    case 'matching':
      return {
        type: body.type,
        lefts: body.pairs.map(({ id, left }) => ({ id, text: left })),
        rights: turned(body.pairs).map(({ id, right }) => ({ id, text: right })),
      };
    case 'ordering':
      return { type: body.type, items: turned(body.items) };
    case 'numeric':
      return { type: body.type, unit: body.unit };
    case 'short-text':
      return { type: body.type };
  }
}

/** What is right, in words: a line each for several choices, pairs and places. */
export function solutionLines(body: QuestionBody): string[] {
  const { t } = questionTexts;
  switch (body.type) {
    case 'single':
    case 'multiple':
      return body.choices.filter(({ right }) => right).map(({ text }) => text);
    case 'true-false':
      return [t(body.right ? 'body.true' : 'body.false')];
    case 'matching':
      return body.pairs.map(({ left, right }) => `${left} – ${right}`);
    case 'ordering':
      return body.items.map(({ text }, index) => `${index + 1}. ${text}`);
    case 'numeric': {
      const around = body.tolerance > 0 ? ` ± ${body.tolerance}` : '';
      return [`${body.value}${around}${body.unit ? ` ${body.unit}` : ''}`];
    }
    case 'short-text':
      return body.accepted;
  }
}
