import { formatDay, paths, useTexts } from '@lms/web-platform';
import { Empty, Plate, Row, Rows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dueQuery } from '../api/retention.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { deskTexts } from '../texts/desk.js';

/** Whose period is over, longest first. */
export function DueList() {
  const { t } = useTexts(deskTexts);
  const list = useInfiniteQuery(dueQuery());
  if (!list.data) return <ListSkeleton />;
  const people = list.data.pages.flatMap(({ items }) => items);
  const total = list.data.pages[0]?.total ?? 0;
  return (
    <div className={styles.rows}>
      {people.length === 0 ? (
        <Empty level={2} title={t('noDue')} text={t('noDueText')} />
      ) : (
        <>
          <p className={styles.quiet}>{t('dueCount', { count: total })}</p>
          <Rows label={t('view.due')}>
            {people.map((person) => (
              <Row
                key={person.personId}
                title={<Link to={paths.personData(person.personId)}>{person.name}</Link>}
                detail={
                  <div className={styles.facts}>
                    <p>
                      {person.organisationName
                        ? t('left', { organisation: person.organisationName, day: formatDay(person.leftOn) })
                        : t('leftNowhere', { day: formatDay(person.leftOn) })}
                    </p>
                    <p>{t('dueSince', { day: formatDay(person.dueOn) })}</p>
                    {person.held && <Plate look="outline">{t('held')}</Plate>}
                  </div>
                }
              />
            ))}
          </Rows>
        </>
      )}
      <MoreButton list={list} />
    </div>
  );
}
