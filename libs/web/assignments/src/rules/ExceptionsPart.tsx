import type { RuleException } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Hidden, Notice, Row, Rows, Section, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDecide, useKeepRealistic } from '../api/change-rule.js';
import { exceptionsQuery } from '../api/rules.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** Those for whom the rule's own date comes too soon, and by when they shall have it. */
export function ExceptionsPart({ ruleId, write }: { ruleId: string; write: boolean }) {
  const { t } = useTexts(ruleTexts);
  const { data } = useQuery(exceptionsQuery(ruleId));
  const keep = useKeepRealistic(ruleId);
  if (!data || data.items.length === 0) return null;
  const keepAll = () =>
    keep.mutate(undefined, { onSuccess: ({ decided }) => toast(t('exceptions.kept', { count: decided })) });
  return (
    <Section title={t('exceptions.title')}>
      {(heading) => (
        <>
          <p className={styles.quiet}>{t('exceptions.text')}</p>
          {write && data.items.length > 1 && (
            <FormActions>
              <Button busy={keep.isPending} onClick={keepAll}>
                {t('exceptions.keepAll')}
              </Button>
            </FormActions>
          )}
          {keep.error && <Notice tone="danger">{problemText(keep.error)}</Notice>}
          <Rows labelledBy={heading}>
            {data.items.map((exception) => (
              <ExceptionRow key={exception.id} exception={exception} write={write} />
            ))}
          </Rows>
        </>
      )}
    </Section>
  );
}

function ExceptionRow({ exception, write }: { exception: RuleException; write: boolean }) {
  const { t } = useTexts(ruleTexts);
  const decide = useDecide();
  const { id, version, name, organisationName, policyDueOn, realisticDueOn } = exception;
  const [dueOn, setDueOn] = useState(realisticDueOn);
  const save = () =>
    decide.mutate({ id, version, dueOn }, { onSuccess: () => toast(t('exceptions.decided', { name })) });
  return (
    <Row
      title={name}
      detail={
        <>
          {organisationName}.{' '}
          {t('exceptions.policy', { policy: formatDay(policyDueOn), realistic: formatDay(realisticDueOn) })}
          {decide.error && <Notice tone="danger">{problemText(decide.error)}</Notice>}
        </>
      }
      action={
        write && (
          <div className={styles.decide}>
            <TextField
              type="date"
              label={t('exceptions.date', { name })}
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
            <Button busy={decide.isPending} onClick={save}>
              {t('exceptions.decide')}
              <Hidden> {t('exceptions.date', { name })}</Hidden>
            </Button>
          </div>
        )
      }
    />
  );
}
