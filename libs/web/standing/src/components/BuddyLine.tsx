import type { Route } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, Row, Rows, SearchField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { buddiesQuery, useChooseBuddy } from '../api/buddy.js';
import { buddyTexts } from '../texts/buddy.js';
import styles from './BuddyLine.module.css';

/** Who is the buddy on a path, and for those who may, choosing one. */
export function BuddyLine({
  route,
  buddy,
  personId,
}: {
  route: Route;
  buddy: NonNullable<Route['buddy']>;
  personId: string;
}) {
  const { t } = useTexts(buddyTexts);
  const [choosing, setChoosing] = useState(false);
  const [q, setQ] = useState('');
  const { data } = useQuery(buddiesQuery(q));
  const choose = useChooseBuddy(route.enrolmentId);
  const people = (data?.items ?? []).filter(({ id }) => id !== personId && id !== buddy.personId);
  const take = (id: string | null, name: string) =>
    choose.mutate(id, {
      onSuccess: () => {
        setChoosing(false);
        toast(id ? t('buddy.chosen', { name }) : t('buddy.gone'));
      },
    });
  return (
    <div className={styles.buddy}>
      <p>
        {buddy.name ? t('buddy.is', { name: buddy.name }) : t('buddy.none')}
        {buddy.mayChoose && !choosing && (
          <Button size="small" onClick={() => setChoosing(true)}>
            {t(buddy.name ? 'buddy.change' : 'buddy.choose')}
          </Button>
        )}
      </p>
      {choosing && (
        <div className={styles.choose}>
          {choose.error && <Notice tone="danger">{problemText(choose.error)}</Notice>}
          <SearchField label={t('buddy.find')} value={q} onSearch={setQ} />
          {people.length > 0 && (
            <Rows label={t('buddy.found')}>
              {people.map(({ id, name, organisationName }) => (
                <Row
                  key={id}
                  title={name}
                  detail={organisationName}
                  action={
                    <Button size="small" busy={choose.isPending} onClick={() => take(id, name)}>
                      {t('buddy.take')}
                      <Hidden> {name}</Hidden>
                    </Button>
                  }
                />
              ))}
            </Rows>
          )}
          {data && people.length === 0 && <p>{t('buddy.nobodyFound')}</p>}
          <div className={styles.actions}>
            {buddy.name && (
              <Button size="small" busy={choose.isPending} onClick={() => take(null, '')}>
                {t('buddy.without')}
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={() => setChoosing(false)}>
              {t('buddy.cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
