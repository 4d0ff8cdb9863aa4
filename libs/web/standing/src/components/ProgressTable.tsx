import type { PathProgressItem } from '@lms/contracts';
import { formatDay, formatShortDay, paths, useTexts } from '@lms/web-platform';
import { DataTable, Plate, ProgressRoad } from '@lms/web-ui';
import { Link } from 'react-router';
import { progressTexts } from '../texts/progress.js';
import { stateKey } from './progress-states.js';
import styles from './ProgressTable.module.css';

/** How far each person on a path has come. */
export function ProgressTable({ people }: { people: readonly PathProgressItem[] }) {
  const { t } = useTexts(progressTexts);
  return (
    <DataTable
      caption={t('progress.caption')}
      rows={people}
      rowKey={(person) => person.personId}
      columns={[
        {
          key: 'person',
          head: t('progress.person'),
          main: true,
          cell: (person) => <Link to={paths.personRecord(person.personId)}>{person.name}</Link>,
        },
        { key: 'organisation', head: t('progress.organisation'), cell: (person) => person.organisationName },
        { key: 'starts', head: t('progress.starts'), tight: true, cell: (person) => formatDay(person.startsOn) },
        { key: 'progress', head: t('progress.progress'), cell: (person) => <Progress person={person} /> },
        {
          key: 'next',
          head: t('progress.next'),
          cell: (person) =>
            person.nextTitle &&
            (person.nextDueOn
              ? t('progress.nextDue', { title: person.nextTitle, day: formatShortDay(person.nextDueOn) })
              : person.nextTitle),
        },
        {
          key: 'state',
          head: t('progress.stateHead'),
          cell: (person) => (
            <Plate look={person.state === 'overdue' ? 'danger' : person.state === 'done' ? 'ink' : 'soft'}>
              {person.overdue > 0 ? t('progress.overdue', { count: person.overdue }) : t(stateKey(person.state))}
            </Plate>
          ),
        },
      ]}
    />
  );
}

function Progress({ person: { done, total } }: { person: PathProgressItem }) {
  const { t } = useTexts(progressTexts);
  return (
    <span className={styles.progress}>
      <ProgressRoad
        look="bar"
        percent={total === 0 ? 0 : (100 * done) / total}
        label={t('progress.progress')}
        valueText={t('progress.doneText', { done, total })}
      />
      <span>{t('progress.done', { done, total })}</span>
    </span>
  );
}
