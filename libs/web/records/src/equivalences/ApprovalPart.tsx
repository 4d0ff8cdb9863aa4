import type { EquivalencePreview, EquivalenceVersion } from '@lms/contracts';
import { can, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, Section, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { type Step, useReturn, useStep } from './api.js';
import styles from './equivalences.module.css';
import { equivalenceTexts } from './texts.js';

interface Props {
  version: EquivalenceVersion;
  /** Of what is saved now; null while nothing was previewed. */
  preview: EquivalencePreview | null;
  /** Where it can be previewed. */
  onPreview?: () => void;
  previewing?: boolean;
}

/** The next step of a version for whoever looks at it. */
export function ApprovalPart({ version, preview, onPreview, previewing = false }: Props) {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const step = useStep(version.id);
  const back = useReturn(version.id);
  const [reason, setReason] = useState<string | null>(null);
  if (!can(me, 'record.correct')) return null;
  const review = version.state === 'in-review';
  const mine = [version.createdById, version.proposedById].includes(me.personId);
  const ready = preview?.doneAt ? preview : null;
  const next: Step | null =
    !ready || (review && mine) ? null : !review && ready.needsSecondPerson ? 'propose' : 'apply';
  const take = (which: Step) => {
    if (!ready) return;
    const said = which === 'propose' ? 'approval.toastAsked' : 'approval.toastApplied';
    step.mutate({ step: which, previewId: ready.id }, { onSuccess: () => toast(t(said)) });
  };
  const giveBack = () => {
    if (reason?.trim()) back.mutate(reason.trim(), { onSuccess: () => toast(t('approval.toastReturned')) });
  };
  const error = step.error ?? back.error;
  return (
    <Section title={t('approval.title')}>
      <div className={styles.steps}>
        {error && <Notice tone="danger">{problemText(error)}</Notice>}
        {review && <p className={styles.quiet}>{t('approval.asked', { name: version.proposedByName ?? '' })}</p>}
        {review && mine && <Notice>{t('approval.yours')}</Notice>}
        {ready && !review && (
          <p className={styles.quiet}>{t(ready.needsSecondPerson ? 'approval.two' : 'approval.one')}</p>
        )}
        {onPreview && (
          <Button variant={ready ? 'usual' : 'here'} wide busy={previewing} onClick={onPreview}>
            {t(ready ? 'preview.again' : 'preview.make')}
          </Button>
        )}
        {next && (
          <Button variant="here" wide busy={step.isPending} onClick={() => take(next)}>
            {t(next === 'propose' ? 'approval.ask' : review ? 'approval.approve' : 'approval.apply')}
          </Button>
        )}
        {review && reason === null && (
          <Button variant="quiet" wide onClick={() => setReason('')}>
            {t(mine ? 'approval.takeBack' : 'approval.return')}
          </Button>
        )}
        {reason !== null && (
          <>
            <TextField
              label={t('approval.returnReason')}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button wide busy={back.isPending} onClick={giveBack}>
              {t(mine ? 'approval.takeBack' : 'approval.return')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
