import { type DrawnQuestion, type QuestionBody, type QuizAnswer, solutionOf } from '@lms/domain';

/** An answer that somebody could have given and that is wrong. */
export function wrongAnswer(body: QuestionBody, drawn: DrawnQuestion): QuizAnswer {
  const right = solutionOf(body, drawn);
  const made = drawn.parts.map(([id]) => id);
  switch (right.type) {
    case 'single':
      return { ...right, choiceId: made.find((id) => id !== right.choiceId) ?? '' };
    case 'multiple':
      return right.choiceIds.length > 1
        ? { ...right, choiceIds: right.choiceIds.slice(1) }
        : { ...right, choiceIds: made };
    case 'true-false':
      return { ...right, value: !right.value };
    case 'matching': {
      const [first, second, ...rest] = Object.entries(right.pairs);
      if (!first || !second) return { ...right, pairs: {} };
      return { ...right, pairs: Object.fromEntries([[first[0], second[1]], [second[0], first[1]], ...rest]) };
    }
    case 'ordering': {
      const [first = '', second = '', ...rest] = right.itemIds;
      return { ...right, itemIds: [second, first, ...rest] };
    }
    case 'numeric':
      return { ...right, value: body.type === 'numeric' ? String(body.value + body.tolerance + 7) : '' };
    case 'short-text':
      return { ...right, value: 'The cab' };
  }
}
