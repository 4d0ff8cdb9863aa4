import { usePageTitle } from '@lms/web-platform';
import { Page } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { invitedPersonQuery, personQuery } from '../api/person.js';
import { AccountCard } from '../person/AccountCard.js';
import { AddedNotice } from '../person/AddedNotice.js';
import { EngagementList } from '../person/EngagementList.js';
import { HistoryTimeline } from '../person/HistoryTimeline.js';
import { addedOf } from '../person/added-state.js';
import { LeaverSection } from '../person/LeaverSection.js';
import styles from '../person/person.module.css';
import { PersonDialogs } from '../person/PersonDialogs.js';
import { PersonHead } from '../person/PersonHead.js';
import { RoleList } from '../person/RoleList.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { useDialog } from '../shared/use-dialog.js';
import { useFresh } from '../shared/use-fresh.js';

/** How long an invitation may take to go out. */
const waitMs = 20_000;

/** Everything that is kept about one person, and what can be done about it. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const dialog = useDialog();
  const fresh = useFresh(waitMs);
  const added = addedOf(useLocation().state);
  const { data: person } = useQuery(added?.invited ? invitedPersonQuery(personId) : personQuery(personId));
  usePageTitle(person?.name);
  if (!person) return <ListSkeleton />;
  return (
    <Page>
      {added && <AddedNotice personId={person.id} added={added} />}
      <PersonHead person={person} onEdit={() => dialog.open('person')} />
      <div className={styles.columns}>
        <div>
          <EngagementList
            engagements={person.engagements}
            onAdd={() => dialog.open('new-engagement')}
            onEdit={(id) => dialog.open('engagement', id)}
          />
          {person.status === 'left' && <LeaverSection person={person} />}
          <RoleList
            grants={person.grants}
            onAdd={() => dialog.open('new-role')}
            onEnd={(id) => dialog.open('end-role', id)}
          />
        </div>
        <AccountCard person={person} inviting={fresh && added?.invited === true && !person.account.invitedAt} />
        <HistoryTimeline personId={person.id} />
      </div>
      <PersonDialogs person={person} dialog={dialog} />
    </Page>
  );
}
