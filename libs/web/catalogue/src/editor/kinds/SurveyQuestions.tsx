import type { SurveyQuestion } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Hidden, Icon } from '@lms/web-ui';
import { useState } from 'react';
import { moveItem } from '../../components/move.js';
import { MoveButtons } from '../../components/MoveButtons.js';
import { useMovedFocus } from '../../components/use-moved-focus.js';
import styles from './PracticalPanel.module.css';
import { emptyQuestion, keptQuestions } from './survey-draft.js';
import { surveyTexts } from './survey-texts.js';
import { SurveyQuestionFields } from './SurveyQuestionFields.js';

const MOST_QUESTIONS = 50;

interface Props {
  questions: readonly SurveyQuestion[];
  onSave: (questions: SurveyQuestion[]) => void;
}

/** What is asked, one question after the other. */
export function SurveyQuestions({ questions: saved, onSave }: Props) {
  const { t } = useTexts(surveyTexts);
  // Also holds questions without words, which are not saved yet.
  const [questions, setQuestions] = useState<readonly SurveyQuestion[]>(saved);
  const [fresh, setFresh] = useState<string | null>(null);
  const { root, remember } = useMovedFocus<HTMLOListElement>();
  const change = (next: readonly SurveyQuestion[]) => {
    setQuestions(next);
    onSave(keptQuestions(next));
  };
  const add = () => {
    const id = crypto.randomUUID();
    setQuestions([...questions, emptyQuestion(id)]);
    setFresh(id);
  };
  return (
    <div className={styles.part}>
      <h3>{t('questions')}</h3>
      {questions.length === 0 && <Empty plain title={t('questionsNone')} text={t('questionsNoneText')} />}
      <ol className={styles.items} ref={root}>
        {questions.map((question, index) => {
          const named = t('named', { name: question.text || t('question', { number: index + 1 }) });
          return (
            <li key={question.id} data-row={question.id} className={styles.item}>
              <div className={styles.words} ref={question.id === fresh ? focusField : undefined}>
                <SurveyQuestionFields
                  question={question}
                  number={index + 1}
                  onChange={(next) => change(questions.map((one) => (one.id === next.id ? next : one)))}
                />
              </div>
              <div className={styles.actions}>
                <MoveButtons
                  upText={t('up')}
                  downText={t('down')}
                  named={named}
                  first={index === 0}
                  last={index === questions.length - 1}
                  onMove={(by) => {
                    remember(question.id, by);
                    change(moveItem(questions, index, by));
                  }}
                />
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => change(questions.filter(({ id }) => id !== question.id))}
                >
                  {t('remove')}
                  <Hidden>{named}</Hidden>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {questions.length < MOST_QUESTIONS && (
        <FormActions>
          <Button onClick={add}>
            <Icon name="add" size={16} />
            {t('add')}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

/** A new question is written at once. */
function focusField(row: HTMLElement | null): void {
  row?.querySelector('input')?.focus();
}
