import type { AssessmentSheet, SignedAssessment } from '@lms/contracts';
import { practicalOutcome } from '@lms/domain';
import { formatDay, isProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Section } from '@lms/web-ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { signAssessment } from '../api/assessments.js';
import type { AssessmentDraft, DraftView } from '../draft/assessment-draft.js';
import { assessTexts } from '../texts.js';
import styles from './OutcomePanel.module.css';

interface Props {
  sheet: AssessmentSheet;
  draft: AssessmentDraft;
  view: DraftView;
  /** Photos that have not arrived. */
  photosWaiting: number;
  onSigned: (signed: SignedAssessment) => void;
}

/** What the checklist comes to, and the signature: asked for once more, with both names. */
export function OutcomePanel({ sheet, draft, view, photosWaiting, onSigned }: Props) {
  const { t } = useTexts(assessTexts);
  const { name: assessor, today } = useMe();
  const [confirming, setConfirming] = useState(false);
  const confirmation = useRef<HTMLDivElement>(null);
  const { items } = sheet.settings;
  const { open, missed, passed } = practicalOutcome(items, [...view.results.values()]);
  const sign = useMutation({
    mutationFn: async () => {
      const request = draft.request();
      // Nothing may be saved upon what is being signed.
      await draft.flush();
      return signAssessment(sheet.id, request);
    },
    onSuccess: onSigned,
  });
  useEffect(() => {
    if (confirming) confirmation.current?.focus();
  }, [confirming]);

  // Which of two drafts it is has to be decided before either is signed.
  const conflict = view.status === 'conflict';
  const textOf = (id: string) => items.find((item) => item.id === id)?.text;
  const blocking = missed.filter(
    (id) => !items.some(({ critical }) => critical) || items.find((i) => i.id === id)?.critical,
  );
  return (
    <Section title={t('outcome.title')}>
      <div className={styles.result} data-passed={passed} role="status">
        {passed === null && <p>{t('outcome.open', { count: open.length })}</p>}
        {passed === true && (
          <p>
            <b>{t('outcome.passed')}.</b>{' '}
            {missed.length > 0 ? t('outcome.workOn', { count: missed.length }) : t('outcome.passedText')}
          </p>
        )}
        {passed === false && (
          <>
            <p>
              <b>{t('outcome.failed')}.</b> {t('outcome.failedText')}
            </p>
            <ul>
              {blocking.map((id) => (
                <li key={id}>{textOf(id)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {sign.error && (
        <Notice tone="danger">
          {isProblem(sign.error, 'no-signal') ? t('outcome.noSignal') : problemText(sign.error)}
        </Notice>
      )}
      {passed === null ? (
        <FormActions>
          <Button
            size="large"
            onClick={() => {
              const first = document.getElementById(`item-${open[0]}`);
              first?.scrollIntoView({ block: 'start' });
              first?.querySelector('input')?.focus({ preventScroll: true });
            }}
          >
            {t('outcome.firstOpen')}
          </Button>
        </FormActions>
      ) : photosWaiting > 0 ? (
        <Notice>{t('outcome.photosWait', { count: photosWaiting })}</Notice>
      ) : !confirming ? (
        <FormActions>
          <Button
            variant="here"
            size="large"
            aria-disabled={conflict || undefined}
            onClick={() => !conflict && setConfirming(true)}
          >
            {t('outcome.signFor', { name: sheet.name })}
          </Button>
        </FormActions>
      ) : (
        <div className={styles.confirm} ref={confirmation} tabIndex={-1} role="group" aria-label={t('outcome.sign')}>
          <p className={styles.words}>
            {t('outcome.confirm', { assessor, learner: sheet.name, day: formatDay(today) })}
          </p>
          <p>{t(passed ? 'outcome.confirmPassed' : 'outcome.confirmFailed')}</p>
          <FormActions>
            <Button variant="here" size="large" busy={sign.isPending} onClick={() => sign.mutate()}>
              {t('outcome.confirmSign', { assessor })}
            </Button>
            <Button onClick={() => setConfirming(false)}>{t('outcome.notYet')}</Button>
          </FormActions>
        </div>
      )}
    </Section>
  );
}
