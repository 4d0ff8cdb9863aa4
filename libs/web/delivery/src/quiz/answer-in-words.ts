import type { AskedQuestion, QuestionFeedback, QuizAnswer } from '@lms/contracts';
import { quizTexts } from './texts.js';

const { t } = quizTexts;
type Named = readonly { id: string; text: string }[];
const textOf = (list: Named, id: string | undefined): string => list.find((each) => each.id === id)?.text ?? '';

/** An answer as people would say it: a line each for several choices, pairs and places. Empty for none. */
export function answerLines({ body }: Pick<AskedQuestion, 'body'>, answer: QuizAnswer | null): string[] {
  if (answer?.type !== body.type) return [];
  switch (answer.type) {
    case 'single':
      return body.type === 'single' ? [textOf(body.choices, answer.choiceId)] : [];
    case 'multiple':
      return body.type === 'multiple' ? answer.choiceIds.map((id) => textOf(body.choices, id)) : [];
    case 'true-false':
      return [t(answer.value ? 'answer.right' : 'answer.wrong')];
    case 'matching':
      if (body.type !== 'matching') return [];
      return body.lefts.map((left) =>
        t('answer.pair', { left: left.text, right: textOf(body.rights, answer.pairs[left.id]) || t('answer.none') }),
      );
    case 'ordering':
      if (body.type !== 'ordering') return [];
      return answer.itemIds.map((id, index) => t('answer.place', { place: index + 1, text: textOf(body.items, id) }));
    case 'numeric':
      return [body.type === 'numeric' && body.unit ? `${answer.value} ${body.unit}` : answer.value];
    case 'short-text':
      return [answer.value];
  }
}

/** What would have been right, as far as it is told. Pairs in the order in which they were asked, to be compared. */
export function solutionLines(
  question: Pick<AskedQuestion, 'body'>,
  { solution, solutionText }: QuestionFeedback,
): string[] {
  if (solution?.type === 'matching' || solutionText === null) return answerLines(question, solution);
  return solutionText.split('\n');
}

/** Whether a question is answered in full: of a matching one, every left side. */
export const isAnswered = ({ body }: Pick<AskedQuestion, 'body'>, answer: QuizAnswer | null | undefined): boolean =>
  body.type === 'matching' && answer?.type === 'matching'
    ? body.lefts.every((left) => left.id in answer.pairs)
    : Boolean(answer);
