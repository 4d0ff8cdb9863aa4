import type { Person } from '@lms/contracts';
import { can, useMe } from '@lms/web-platform';
import type { useDialog } from '../shared/use-dialog.js';
import { AddEngagement } from './AddEngagement.js';
import { EditEngagement } from './EditEngagement.js';
import { EditPerson } from './EditPerson.js';
import { EndGrant } from './EndGrant.js';
import { GrantRole } from './GrantRole.js';

/** The form that the address asks for, if the reader may use it. */
export function PersonDialogs({ person, dialog }: { person: Person; dialog: ReturnType<typeof useDialog> }) {
  const me = useMe();
  const { kind, subject, close } = dialog;
  const engagement = person.engagements.find(({ id }) => id === subject);
  const grant = person.grants.find(({ id }) => id === subject);
  if (can(me, 'people.write')) {
    if (kind === 'person') return <EditPerson person={person} onClose={close} />;
    if (kind === 'new-engagement') return <AddEngagement personId={person.id} onClose={close} />;
    if (kind === 'engagement' && engagement)
      return <EditEngagement key={engagement.id} personId={person.id} engagement={engagement} onClose={close} />;
  }
  if (can(me, 'grants.write')) {
    if (kind === 'new-role') return <GrantRole person={person} onClose={close} />;
    if (kind === 'end-role' && grant)
      return <EndGrant key={grant.id} grant={grant} personName={person.name} onClose={close} />;
  }
  return null;
}
