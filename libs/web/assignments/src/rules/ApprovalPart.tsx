import type { RuleVersion } from '@lms/contracts';
import { can, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, RouteOutline, Section, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReturn, useStep, type Step } from '../api/change-rule.js';
import { previewQuery } from '../api/previews.js';
import { ruleTexts } from '../texts/rules.js';
import { approvalStops, nextStep } from './approval-stops.js';
import styles from './rules.module.css';

interface Props {
  version: RuleVersion;
  /** Of what is saved now; null while nothing was previewed. */
  previewId: string | null;
  onPreview: () => void;
  previewing: boolean;
}

const said = { propose: 'asked', approve: 'approved', apply: 'applied' } as const;
const verbs = { propose: 'approval.ask', approve: 'approval.approve' } as const;

/** The way of a version into force, and the next step for whoever looks at it. */
export function ApprovalPart({ version, previewId, onPreview, previewing }: Props) {
  const { t } = useTexts(ruleTexts);
  const me = useMe();
  const { data: preview } = useQuery({ ...previewQuery(previewId ?? ''), enabled: previewId !== null });
  const step = useStep(version.id);
  const back = useReturn(version.id);
  const [reason, setReason] = useState<string | null>(null);
  const write = can(me, 'rules.write');
  const shown = previewId === null ? null : (preview ?? null);
  const mine = version.proposedById === me.personId;
  const next = write && shown ? nextStep(version, shown.needsSecondPerson, mine) : null;
  const take = (which: Step) => {
    if (previewId)
      step.mutate({ step: which, previewId }, { onSuccess: () => toast(t(`approval.toast.${said[which]}`)) });
  };
  const giveBack = () => {
    if (!reason?.trim()) return;
    const done = () => {
      setReason(null);
      toast(t('approval.toast.returned'));
    };
    back.mutate(reason.trim(), { onSuccess: done });
  };
  return (
    <Section title={t('approval.title')}>
      {(heading) => (
        <div className={styles.approval}>
          {shown && <p className={styles.quiet}>{t(shown.needsSecondPerson ? 'approval.two' : 'approval.one')}</p>}
          <RouteOutline labelledBy={heading} stops={approvalStops(version, shown, mine, t)} />
          {shown && <a href="#what-applying-does">{t('approval.see')}</a>}
          {(step.error ?? back.error) && <Notice tone="danger">{problemText(step.error ?? back.error)}</Notice>}
          {write && (
            <Button variant={shown ? 'usual' : 'here'} wide busy={previewing} onClick={onPreview}>
              {t(shown ? 'preview.again' : 'preview.make')}
            </Button>
          )}
          {!shown && !previewing && <p className={styles.quiet}>{t('preview.hint')}</p>}
          {next && (
            <Button variant="here" wide busy={step.isPending} onClick={() => take(next)}>
              {next === 'apply' ? t('approval.apply', { count: shown?.people ?? 0 }) : t(verbs[next])}
            </Button>
          )}
          <p className={styles.working} role="status">
            {(previewing || (step.isPending && step.variables.step !== 'propose')) && t('preview.working')}
          </p>
          {write && (version.state === 'in-review' || version.state === 'approved') && reason === null && (
            <Button variant="quiet" wide onClick={() => setReason('')}>
              {t(mine ? 'approval.takeBack' : 'approval.return')}
            </Button>
          )}
          {reason !== null && (
            <>
              <TextField
                label={t('approval.reason')}
                value={reason}
                maxLength={1000}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button wide busy={back.isPending} onClick={giveBack}>
                {t(mine ? 'approval.takeBack' : 'approval.return')}
              </Button>
            </>
          )}
        </div>
      )}
    </Section>
  );
}
