import { formatDay, formatDayOf, paths, useTexts } from '@lms/web-platform';
import { Empty, Row, Rows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { holdsQuery } from '../api/holds.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { deskTexts } from '../texts/desk.js';

/** Holds that last, newest first. */
export function HoldList() {
  const { t } = useTexts(deskTexts);
  const list = useInfiniteQuery(holdsQuery('all'));
  if (!list.data) return <ListSkeleton />;
  const holds = list.data.pages.flatMap(({ items }) => items);
  return (
    <div className={styles.list}>
      {holds.length === 0 ? (
        <Empty level={2} title={t('noHolds')} text={t('noHoldsText')} />
      ) : (
        <Rows label={t('view.holds')}>
          {holds.map((hold) => (
            <Row
              key={hold.id}
              title={<Link to={paths.personData(hold.personId)}>{hold.name}</Link>}
              detail={
                <div className={styles.facts}>
                  <p>{t('words', { words: hold.reason })}</p>
                  <p>{hold.untilOn ? t('until', { day: formatDay(hold.untilOn) }) : t('openEnd')}</p>
                  <p>{t('placedBy', { name: hold.placedByName, day: formatDayOf(hold.placedAt) })}</p>
                </div>
              }
            />
          ))}
        </Rows>
      )}
      <MoreButton list={list} />
    </div>
  );
}
