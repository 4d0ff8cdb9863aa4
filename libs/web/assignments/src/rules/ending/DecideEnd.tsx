import type { Rule, RuleEndPreview } from '@lms/contracts';
import { formatDayOf, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, Section, toast } from '@lms/web-ui';
import { useApproveEnd, useLeaveInForce } from '../../api/endings.js';
import { ruleTexts } from '../../texts/rules.js';
import styles from '../rules.module.css';
import { EndProblem } from './EndProblem.js';

interface Props {
  rule: Rule;
  ending: NonNullable<Rule['ending']>;
  preview: RuleEndPreview;
  write: boolean;
  onLookAgain: () => void;
}

/** Somebody has asked for its end: another one ends it, or anybody leaves it in force. */
export function DecideEnd({ rule, ending, preview, write, onLookAgain }: Props) {
  const { t } = useTexts(ruleTexts);
  const mine = ending.askedById === useMe().personId;
  const approve = useApproveEnd(rule.id);
  const leave = useLeaveInForce(rule.id);
  const asked = { name: ending.askedByName, day: formatDayOf(ending.askedAt) };
  return (
    <Section title={t('ending.waits')}>
      <div className={styles.decide}>
        <p className={styles.quiet}>{t('ending.askedBy', asked)}</p>
        <p>“{ending.reason}”</p>
        {mine && <p className={styles.quiet}>{t('approval.yours')}</p>}
        <EndProblem error={approve.error ?? leave.error} onLookAgain={onLookAgain} />
        {write && (
          <FormActions>
            {!mine && (
              <Button
                variant="danger"
                busy={approve.isPending}
                onClick={() => approve.mutate(preview.digest, { onSuccess: () => toast(t('page.endDone')) })}
              >
                {t('ending.approve', { count: preview.people })}
              </Button>
            )}
            <Button
              busy={leave.isPending}
              onClick={() => leave.mutate(undefined, { onSuccess: () => toast(t('ending.left')) })}
            >
              {t(mine ? 'approval.takeBack' : 'ending.leave')}
            </Button>
          </FormActions>
        )}
      </div>
    </Section>
  );
}
