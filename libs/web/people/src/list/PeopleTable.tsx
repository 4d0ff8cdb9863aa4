import type { PersonItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import { listTexts } from '../texts/list.js';
import { EngagedCell } from './EngagedCell.js';
import styles from './list.module.css';

/** People with the engagement that fits what was asked for. */
export function PeopleTable({ people, today }: { people: readonly PersonItem[]; today: string }) {
  const { t } = useTexts(listTexts);
  const { t: common } = useTexts(commonTexts);
  return (
    <DataTable
      caption={t('caption')}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: 'person',
          head: t('person'),
          main: true,
          cell: (person) => (
            <>
              <Link to={paths.person(person.id)}>{person.name}</Link>
              {person.nearly && <span className={styles.nearly}>{t('nearly')}</span>}
              {person.jobRole && <span className={styles.role}>{person.jobRole}</span>}
            </>
          ),
        },
        { key: 'organisation', head: t('organisation'), cell: (person) => person.organisationName },
        { key: 'schemes', head: t('schemes'), cell: (person) => person.schemes.join(', ') },
        {
          key: 'group',
          head: t('group'),
          cell: (person) => person.employmentGroup && common(`group.${person.employmentGroup}`),
        },
        { key: 'engaged', head: t('engaged'), cell: (person) => <EngagedCell person={person} today={today} /> },
      ]}
    />
  );
}
