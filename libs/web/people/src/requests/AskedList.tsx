import type { AssignmentRequest } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Plate, Row, Rows, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestsQuery, useRequestChanges } from '../api/requests.js';
import styles from '../assignments/assignments.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { requestTexts } from '../texts/requests.js';
import { WhyDialog } from './WhyDialog.js';

const looks = { waiting: 'outline', given: 'ink', refused: 'danger', withdrawn: 'soft' } as const;

/** What was asked of people, the newest first, and taking it back. */
export function AskedList() {
  const { t } = useTexts(requestTexts);
  const list = useInfiniteQuery(requestsQuery());
  const { withdraw } = useRequestChanges();
  const [leaving, setLeaving] = useState<AssignmentRequest | null>(null);
  if (!list.data) return <ListSkeleton />;
  const items = list.data.pages.flatMap((page) => page.items);
  const people = (count: number) => t('people', { count });
  return (
    <div className={styles.list}>
      {items.length === 0 ? (
        <Empty level={2} title={t('noneAsked')} text={t('noneAskedText')} />
      ) : (
        <Rows label={t('asked')}>
          {items.map((request) => (
            <Row
              key={request.id}
              title={t('request', { course: request.title, people: people(request.people) })}
              detail={
                <div className={styles.facts}>
                  <p>{t('whyLine', { why: request.why })}</p>
                  <p>
                    {[
                      t('by', { name: request.askedByName, day: formatDay(request.askedAt.slice(0, 10)) }),
                      request.dueOn && t('due', { day: formatDay(request.dueOn) }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                  {request.decision && <p>{t('whyLine', { why: request.decision })}</p>}
                  <Plate look={looks[request.state]}>{t(`state.${request.state}`)}</Plate>
                </div>
              }
              action={
                request.mayWithdraw && (
                  <Button size="small" onClick={() => setLeaving(request)}>
                    {t('withdraw')}
                    <Hidden> {request.title}</Hidden>
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      <MoreButton list={list} />
      {leaving && (
        <WhyDialog
          title={t('withdrawTitle', { course: leaving.title })}
          text={t('withdrawText', { people: people(leaving.people) })}
          label={t('reason')}
          missing={t('reasonMissing')}
          action={t('withdraw')}
          save={(why) => withdraw(leaving.id, why)}
          onSaved={() => toast(t('withdrawn'))}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}
