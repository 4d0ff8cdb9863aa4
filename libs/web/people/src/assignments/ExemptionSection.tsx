import type { Exemption, PersonAssignments } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate, Row, Rows, Section, toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { assignmentTexts } from '../texts/assignments.js';
import styles from './assignments.module.css';

const stateOf = ({ state, current, fromOn }: Exemption, today: string) =>
  state !== 'approved' ? state : current ? 'current' : fromOn > today ? 'ahead' : 'over';

/** What the person need not do, and since when somebody said so. */
export function ExemptionSection({ page, changes }: { page: PersonAssignments; changes: AssignmentChanges }) {
  const { t } = useTexts(assignmentTexts);
  const end = ({ id, title }: Exemption) =>
    void changes.endExemption(id).then(
      () => toast(t('exemptions.ended', { title })),
      (error: unknown) => toast(problemText(error)),
    );
  if (page.exemptions.length === 0) return null;
  return (
    <Section title={t('exemptions.title')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {page.exemptions.map((exemption) => {
            const { fromOn, toOn, reason, askedByName, decidedByName, decision } = exemption;
            const state = stateOf(exemption, page.today);
            return (
              <Row
                key={exemption.id}
                title={exemption.title}
                detail={
                  <div className={styles.facts}>
                    <p>
                      {t('exemptions.days', {
                        ...{ from: formatDay(fromOn), to: formatDay(toOn) },
                        reason: reason ?? t('exemptions.others'),
                      })}
                    </p>
                    {askedByName !== null && (
                      <p>
                        {decidedByName
                          ? t('exemptions.decided', { asked: askedByName, decided: decidedByName })
                          : t('exemptions.asked', { name: askedByName })}
                        {decision && ` ${t('exemptions.note', { note: decision })}`}
                      </p>
                    )}
                    <Plate look={state === 'waiting' ? 'outline' : 'soft'}>{t(`exemptions.state.${state}`)}</Plate>
                  </div>
                }
                action={
                  exemption.mayEnd && (
                    <Button size="small" onClick={() => end(exemption)}>
                      {t(exemption.state === 'waiting' ? 'exemptions.takeBack' : 'exemptions.end')}
                      <Hidden> {exemption.title}</Hidden>
                    </Button>
                  )
                }
              />
            );
          })}
        </Rows>
      )}
    </Section>
  );
}
