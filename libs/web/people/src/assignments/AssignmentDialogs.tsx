import type { PersonAssignments } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import type { AssignmentChanges } from '../api/assignments.js';
import { WhyDialog } from '../requests/WhyDialog.js';
import type { useDialog } from '../shared/use-dialog.js';
import { assignmentTexts } from '../texts/assignments.js';
import { ExemptDialog } from './ExemptDialog.js';
import { ExtendDialog } from './ExtendDialog.js';
import { LeaveDialog } from './LeaveDialog.js';

interface Props {
  page: PersonAssignments;
  changes: AssignmentChanges;
  dialog: ReturnType<typeof useDialog>;
}

/** The form that the address asks for, if the reader may use it. */
export function AssignmentDialogs({ page, changes, dialog }: Props) {
  const { t } = useTexts(assignmentTexts);
  const { kind, subject, close } = dialog;
  const assignment = page.assignments.find(({ id }) => id === subject);
  if (!page.mayChange) return null;
  if (kind === 'extend' && assignment?.dueOn) {
    return <ExtendDialog key={subject} assignment={assignment} changes={changes} onClose={close} />;
  }
  if (kind === 'exempt' && assignment) {
    return <ExemptDialog key={subject} assignment={assignment} changes={changes} onClose={close} />;
  }
  if (kind === 'leave') {
    const leave = page.leaves.find(({ id }) => id === subject);
    return <LeaveDialog key={subject} engagements={page.engagements} leave={leave} changes={changes} onClose={close} />;
  }
  const asked = page.assignments.find(({ reasons }) => reasons.some(({ id }) => id === subject));
  const requestId = asked?.reasons.find(({ id }) => id === subject)?.requestId;
  if (kind === 'withdraw' && asked && requestId) {
    return (
      <WhyDialog
        title={t('withdrawOf', { title: asked.title })}
        text={t('withdrawText')}
        label={t('whyField')}
        missing={t('whyMissing')}
        action={t('withdrawSubmit')}
        save={(why) => changes.withdraw(requestId, { personId: page.personId, why })}
        onSaved={() => toast(t('withdrawn'))}
        onClose={close}
      />
    );
  }
  return null;
}
