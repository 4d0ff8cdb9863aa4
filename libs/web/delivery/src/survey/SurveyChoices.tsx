import type { SurveyAnswer, SurveyQuestion } from '@lms/contracts';
import { QuestionAnswer } from '@lms/web-ui';
import { answerTexts } from '../quiz/answer-texts.js';

interface Props {
  body: Extract<SurveyQuestion['body'], { choices: unknown }>;
  answer: SurveyAnswer | null;
  labelledBy: string;
  onAnswer: (answer: SurveyAnswer | null) => void;
}

/** Rows to choose from, as a quiz has them. */
export function SurveyChoices({ body, answer, labelledBy, onAnswer }: Props) {
  return (
    <QuestionAnswer
      body={body}
      answer={
        answer && 'choice' in answer
          ? { type: 'single', choiceId: answer.choice }
          : answer && 'choices' in answer
            ? { type: 'multiple', choiceIds: answer.choices }
            : null
      }
      labelledBy={labelledBy}
      texts={answerTexts}
      onAnswer={(given) => {
        if (given?.type === 'single') onAnswer({ choice: given.choiceId });
        else if (given?.type === 'multiple') onAnswer({ choices: [...given.choiceIds] });
        else onAnswer(null);
      }}
    />
  );
}
