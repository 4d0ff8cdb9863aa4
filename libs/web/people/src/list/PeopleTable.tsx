import type { PersonItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { ChooseBox, type Chosen, DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import { listTexts } from '../texts/list.js';
import choosing from '../shared/choosing.module.css';
import { togetherTexts } from '../texts/together.js';
import { EngagedCell } from './EngagedCell.js';
import styles from './list.module.css';

interface Props {
  people: readonly PersonItem[];
  today: string;
  /** Undefined where nothing can be done with them. */
  chosen?: Chosen<PersonItem>;
}

/** People with the engagement that fits what was asked for. */
export function PeopleTable({ people, today, chosen }: Props) {
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
          cell: (person) => <Who {...{ person, chosen }} />,
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

function Who({ person, chosen }: { person: PersonItem; chosen?: Chosen<PersonItem> }) {
  const { t } = useTexts(listTexts);
  const { t: together } = useTexts(togetherTexts);
  const checked = chosen?.has(person.id) ?? false;
  return (
    <span className={choosing.who}>
      {chosen && (
        <ChooseBox
          label={together('choose', { name: person.name })}
          checked={checked}
          disabled={chosen.full && !checked}
          onToggle={(on) => chosen.put([person], on)}
        />
      )}
      <span>
        <Link to={paths.person(person.id)}>{person.name}</Link>
        {person.nearly && <span className={styles.nearly}>{t('nearly')}</span>}
        {person.jobRole && <span className={styles.role}>{person.jobRole}</span>}
      </span>
    </span>
  );
}
