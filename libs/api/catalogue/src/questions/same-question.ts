import type { QuestionBody, SaveQuestionRequest } from '@lms/contracts';

/** Whether two questions ask, accept and say the same; the ids of their parts do not matter. */
export const sameQuestion = (one: SaveQuestionRequest, other: SaveQuestionRequest): boolean =>
  essence(one) === essence(other);

const essence = ({ text, body, tags, safetyCritical, explanation }: SaveQuestionRequest): string =>
  JSON.stringify([text, bodyEssence(body), tags, safetyCritical, explanation]);

function bodyEssence(body: QuestionBody): unknown[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return [body.type, body.choices.map(({ text, right }) => [text, right])];
    case 'matching':
      return [body.type, body.pairs.map(({ left, right }) => [left, right])];
    case 'ordering':
      return [body.type, body.items.map(({ text }) => text)];
    case 'true-false':
      return [body.type, body.right];
    case 'numeric':
      return [body.type, body.value, body.tolerance, body.unit];
    case 'short-text':
      return [body.type, body.accepted];
  }
}
