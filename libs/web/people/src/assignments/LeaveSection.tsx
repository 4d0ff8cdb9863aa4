import type { PersonAssignments } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon, Plate, Row, Rows, Section, toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { assignmentTexts } from '../texts/assignments.js';
import { commonTexts } from '../texts/common.js';
import styles from './assignments.module.css';

interface Props {
  page: PersonAssignments;
  changes: AssignmentChanges;
  open: (kind: string, subject?: string) => void;
}

/** When the person is away. */
export function LeaveSection({ page, changes, open }: Props) {
  const { t } = useTexts(assignmentTexts);
  const { t: common } = useTexts(commonTexts);
  const { leaves, today, mayChange, engagements } = page;
  const remove = (id: string) =>
    void changes.removeLeave(id).then(
      () => toast(t('leave.removed')),
      (error: unknown) => toast(problemText(error)),
    );
  return (
    <Section
      title={t('leave.title')}
      aside={
        mayChange &&
        engagements.length > 0 && (
          <Button size="small" onClick={() => open('leave')}>
            <Icon name="add" size={16} />
            {t('leave.add')}
          </Button>
        )
      }
    >
      {(heading) =>
        leaves.length === 0 ? (
          <p>{t('leave.none')}</p>
        ) : (
          <Rows labelledBy={heading}>
            {leaves.map((leave) => (
              <Row
                key={leave.id}
                title={t('leave.days', { from: formatDay(leave.fromOn), to: formatDay(leave.toOn) })}
                detail={
                  <div className={styles.facts}>
                    <p>{[leave.organisationName, leave.note].filter(Boolean).join('. ')}</p>
                    {leave.fromOn <= today && today <= leave.toOn && <Plate look="soft">{t('leave.away')}</Plate>}
                  </div>
                }
                action={
                  mayChange && (
                    <div className={styles.actions}>
                      <Button size="small" onClick={() => open('leave', leave.id)}>
                        {common('edit')}
                        <Hidden> {formatDay(leave.fromOn)}</Hidden>
                      </Button>
                      <Button size="small" variant="quiet" onClick={() => remove(leave.id)}>
                        {t('leave.remove')}
                        <Hidden> {formatDay(leave.fromOn)}</Hidden>
                      </Button>
                    </div>
                  )
                }
              />
            ))}
          </Rows>
        )
      }
    </Section>
  );
}
