import type { SurveyQuestion } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { emptyQuestion, keptQuestions } from './survey-draft.js';
import { surveyTexts } from './survey-texts.js';
import { SurveyQuestionFields } from './SurveyQuestionFields.js';
import { WrittenRows } from './WrittenRows.js';

const MOST_QUESTIONS = 50;

interface Props {
  questions: readonly SurveyQuestion[];
  onSave: (questions: SurveyQuestion[]) => void;
}

/** What is asked, one question after the other. */
export function SurveyQuestions({ questions, onSave }: Props) {
  const { t } = useTexts(surveyTexts);
  return (
    <WrittenRows
      rows={questions}
      most={MOST_QUESTIONS}
      texts={{
        ...{ title: t('questions'), none: t('questionsNone'), noneText: t('questionsNoneText'), add: t('add') },
        ...{ up: t('up'), down: t('down'), remove: t('remove') },
        named: ({ text }, number) => t('named', { name: text || t('question', { number }) }),
      }}
      empty={emptyQuestion}
      onChange={(rows) => onSave(keptQuestions(rows))}
    >
      {(question, number, onQuestion) => (
        <SurveyQuestionFields question={question} number={number} onChange={onQuestion} />
      )}
    </WrittenRows>
  );
}
