import type { CommitResult, OpenedActivity } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { useState } from 'react';
import { Paragraphs } from '../assess/components/Paragraphs.js';
import styles from './Survey.module.css';
import { SurveyForm } from './SurveyForm.js';
import { surveyTexts } from './texts.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** A survey: who will see the answers, the questions on one page, and sending them once. */
export function SurveyPlayer({ opened, onDone }: Props) {
  const { t } = useTexts(surveyTexts);
  const [sentAt, setSentAt] = useState(opened.doneAt);
  const settings = opened.settings?.kind === 'survey' ? opened.settings : null;
  if (!settings || settings.questions.length === 0) return <Notice tone="danger">{t('missing')}</Notice>;
  const who = settings.anonymous ? 'anonymous' : 'named';
  return (
    <article className={styles.player}>
      <h2>{opened.title}</h2>
      {sentAt !== null ? (
        <section className={styles.promise} role="status">
          <h3>{t('done.title')}</h3>
          <p>{t('done.text', { moment: formatMoment(sentAt) })}</p>
        </section>
      ) : (
        <>
          {settings.instructions && <Paragraphs text={settings.instructions} />}
          <section className={styles.promise}>
            <h3>{t(`${who}.title`)}</h3>
            <p>{t(`${who}.text`)}</p>
          </section>
          <SurveyForm
            attemptId={opened.attemptId}
            title={opened.title}
            questions={settings.questions}
            onSent={(result) => {
              setSentAt(new Date().toISOString());
              onDone(result);
            }}
          />
        </>
      )}
    </article>
  );
}
