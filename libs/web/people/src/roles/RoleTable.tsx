import type { GrantItem } from '@lms/contracts';
import { formatDay, formatDayOf, formatMoment, paths, useTexts } from '@lms/web-platform';
import { type Chosen, DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { useRoleName } from '../person/use-role-name.js';
import choosing from '../shared/choosing.module.css';
import { rolesTexts } from '../texts/roles.js';
import { GrantPlates } from './GrantPlates.js';
import styles from './roles.module.css';

interface Props {
  caption: string;
  grants: readonly GrantItem[];
  /** Undefined where nothing can be done with them. */
  chosen: Chosen<GrantItem> | undefined;
  /** Whether the reader may open a person. */
  opens: boolean;
}

/** Roles, each with who gave it, until when, and whether its holder comes at all. */
export function RoleTable({ caption, grants, chosen, opens }: Props) {
  const { t } = useTexts(rolesTexts);
  const roleName = useRoleName();
  return (
    <DataTable
      caption={caption}
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={[
        {
          key: 'person',
          head: t('person'),
          main: true,
          cell: (grant) => (
            <span className={choosing.who}>
              {chosen && grant.status !== 'over' && (
                <input
                  type="checkbox"
                  aria-label={t('choose', { role: roleName(grant), name: grant.personName })}
                  checked={chosen.has(grant.id)}
                  disabled={chosen.full && !chosen.has(grant.id)}
                  onChange={(event) => chosen.put([grant], event.target.checked)}
                />
              )}
              <span>
                {opens ? <Link to={paths.person(grant.personId)}>{grant.personName}</Link> : grant.personName}
                <span className={styles.quiet}>{roleName(grant)}</span>
              </span>
            </span>
          ),
        },
        {
          key: 'until',
          head: t('until'),
          cell: (grant) => (
            <span className={styles.plates}>
              {grant.endsOn ? formatDay(grant.endsOn) : t('noEnd')}
              <GrantPlates grant={grant} />
            </span>
          ),
        },
        {
          key: 'given',
          head: t('given'),
          cell: (grant) =>
            grant.givenByName
              ? t('givenBy', { day: formatDayOf(grant.givenAt), name: grant.givenByName })
              : t('givenFirst', { day: formatDayOf(grant.givenAt) }),
        },
        {
          key: 'last',
          head: t('lastSignIn'),
          cell: (grant) => (grant.lastSignInAt ? formatMoment(grant.lastSignInAt) : t('never')),
        },
      ]}
    />
  );
}
