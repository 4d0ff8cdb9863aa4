import type { CommitResult, SurveyQuestion } from '@lms/contracts';
import { SHORT_ANSWER, surveyFaults } from '@lms/domain';
import { problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { sendSurvey } from './send-survey.js';
import styles from './Survey.module.css';
import { answered, answersOf } from './survey-draft.js';
import { SurveyAsked } from './SurveyAsked.js';
import { surveyTexts } from './texts.js';
import { useSurveyDraft } from './use-survey-draft.js';

interface Props {
  attemptId: string;
  title: string;
  questions: readonly SurveyQuestion[];
  onSent: (result: CommitResult) => void;
}

/** All questions one below the other. What is wrong stands beside its question once sending was tried. */
export function SurveyForm({ attemptId, title, questions, onSent }: Props) {
  const { t } = useTexts(surveyTexts);
  const { personId } = useMe();
  const { draft, kept, set, forget } = useSurveyDraft(personId, attemptId);
  const [tried, setTried] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const answers = answersOf(draft, questions);
  const faults = surveyFaults(questions, answers);
  const send = useMutation({
    mutationFn: () => sendSurvey(attemptId, { answers }),
    onSuccess: (result) => {
      forget();
      onSent(result);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = faults;
    if (!first) return send.mutate();
    const place = questions.findIndex(({ id }) => id === first.questionId);
    list.current?.children[place]?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const faultOf = (id: string) => {
    const fault = tried ? faults.find(({ questionId }) => questionId === id) : undefined;
    return fault ? t(`fault.${fault.code}`, { most: SHORT_ANSWER }) : null;
  };
  return (
    <form className={styles.form} aria-label={title} noValidate onSubmit={submit}>
      <ol className={styles.questions} ref={list}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <SurveyAsked
              question={question}
              place={index + 1}
              count={questions.length}
              answer={draft[question.id] ?? null}
              fault={faultOf(question.id)}
              onAnswer={(answer) => set(answered(draft, question.id, answer))}
            />
          </li>
        ))}
      </ol>
      {tried && faults.length > 0 && <Notice tone="danger">{t('faults', { count: faults.length })}</Notice>}
      {send.error && <Notice tone="danger">{problemText(send.error)}</Notice>}
      <p className={styles.once}>{t('once')}</p>
      <FormActions>
        <Button type="submit" variant="here" size="large" busy={send.isPending}>
          {t('send')}
        </Button>
        <span className={styles.kept}>{t(kept ? 'kept' : 'keptNot')}</span>
      </FormActions>
    </form>
  );
}
