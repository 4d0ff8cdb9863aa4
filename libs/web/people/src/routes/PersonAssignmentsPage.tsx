import type { PersonAssignment } from '@lms/contracts';
import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Page, PageHeader, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { assignmentsQuery, useAssignmentChanges } from '../api/assignments.js';
import { personQuery } from '../api/person.js';
import { AssignmentDialogs } from '../assignments/AssignmentDialogs.js';
import { AssignmentRow } from '../assignments/AssignmentRow.js';
import styles from '../assignments/assignments.module.css';
import { ExemptionSection } from '../assignments/ExemptionSection.js';
import { LeaveSection } from '../assignments/LeaveSection.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { useDialog } from '../shared/use-dialog.js';
import { assignmentTexts } from '../texts/assignments.js';

/** What somebody owes and why, what they are exempt from, and when they are away. */
export function PersonAssignmentsPage() {
  const { t } = useTexts(assignmentTexts);
  const { personId = '' } = useParams();
  const dialog = useDialog();
  const changes = useAssignmentChanges(personId);
  const { data: person } = useQuery(personQuery(personId));
  const { data: page } = useQuery(assignmentsQuery(personId));
  usePageTitle(person && t('pageTitle', { name: person.name }));
  if (!person || !page) return <ListSkeleton />;
  const waits = ({ opensOn, standing }: PersonAssignment) =>
    opensOn !== null && opensOn > page.today && (standing === 'valid' || standing === 'expiring');
  const waiting = page.assignments.filter(waits);
  const owed = page.assignments.filter((assignment) => !waits(assignment));
  const row = (assignment: PersonAssignment) => (
    <AssignmentRow
      key={assignment.id}
      assignment={assignment}
      personId={page.personId}
      today={page.today}
      mayChange={page.mayChange}
      open={dialog.open}
    />
  );
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead', { name: person.name })}
        above={<Link to={paths.person(personId)}>{person.name}</Link>}
        aside={page.mayChange && <LinkButton to={`${paths.newRequest}?person=${personId}`}>{t('ask')}</LinkButton>}
      />
      <Section title={t('owed')}>
        {(heading) => (
          <>
            {owed.length === 0 ? (
              <Empty title={t('none')} text={t('noneText')} />
            ) : (
              <Rows labelledBy={heading}>{owed.map(row)}</Rows>
            )}
            {waiting.length > 0 && (
              <details className={styles.waiting}>
                <summary>
                  {t('waiting')} ({waiting.length})
                </summary>
                <Rows label={t('waiting')}>{waiting.map(row)}</Rows>
              </details>
            )}
          </>
        )}
      </Section>
      <ExemptionSection page={page} changes={changes} />
      <LeaveSection page={page} changes={changes} open={dialog.open} />
      <AssignmentDialogs page={page} changes={changes} dialog={dialog} />
    </Page>
  );
}
