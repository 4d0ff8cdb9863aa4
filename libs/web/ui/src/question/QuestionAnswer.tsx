import { AnswerChoices } from './AnswerChoices.js';
import { AnswerMatching } from './AnswerMatching.js';
import { AnswerOrdering } from './AnswerOrdering.js';
import { AnswerTrueFalse } from './AnswerTrueFalse.js';
import { AnswerTyped } from './AnswerTyped.js';
import type { AnswerProps, AskedBody, GivenAnswer } from './asked.js';

/** The answer when it is of this question's type; one of another type counts as none. */
function only<T extends GivenAnswer['type']>(answer: GivenAnswer | null, type: T) {
  return answer?.type === type ? (answer as Extract<GivenAnswer, { type: T }>) : null;
}

/** Where a question is answered, by its type. With the keyboard, by touch and by a screen reader alike. */
export function QuestionAnswer({ body, answer, ...rest }: AnswerProps<AskedBody, GivenAnswer>) {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return <AnswerChoices body={body} answer={only(answer, body.type)} {...rest} />;
    case 'true-false':
      return <AnswerTrueFalse body={body} answer={only(answer, body.type)} {...rest} />;
    case 'matching':
      return <AnswerMatching body={body} answer={only(answer, body.type)} {...rest} />;
    case 'ordering':
      return <AnswerOrdering body={body} answer={only(answer, body.type)} {...rest} />;
    case 'numeric':
    case 'short-text':
      return <AnswerTyped body={body} answer={only(answer, body.type)} {...rest} />;
  }
}
