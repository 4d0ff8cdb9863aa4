import { paths, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { newRoutesQuery } from '../api/new-routes.js';
import { personTexts } from '../texts/person.js';
import type { Added } from './added-state.js';
import styles from './person.module.css';

/** That somebody was just added, and which learning path was given to them, as soon as it is. */
export function AddedNotice({ personId, added }: { personId: string; added: Added }) {
  const { t } = useTexts(personTexts);
  const { data } = useQuery(newRoutesQuery(personId));
  const routes = data?.routes ?? [];
  return (
    <div className={styles.added}>
      <Notice tone="good">
        <b>{t(added.invited ? 'addedInvited' : 'added', { name: added.name })}</b>{' '}
        {routes.length === 0 ? (
          t(data?.over ? 'pathNone' : 'pathSoon')
        ) : (
          <>
            {t(routes.length > 1 ? 'pathsGiven' : 'pathGiven', { path: routes.join(', ') })}{' '}
            <Link to={paths.personRecord(personId)}>{t('seeRoute')}</Link>
          </>
        )}
      </Notice>
    </div>
  );
}
