import type { ToDecide } from '@lms/contracts';
import { formatDay, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Row, Rows, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { toDecideQuery, useRequestChanges } from '../api/requests.js';
import styles from '../assignments/assignments.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { requestTexts } from '../texts/requests.js';
import { WhyDialog } from './WhyDialog.js';

/** What waits for the reader: exemptions, more time, courses people want, large requests; the oldest first. */
export function ToDecideList() {
  const { t } = useTexts(requestTexts);
  const list = useInfiniteQuery(toDecideQuery());
  const { decide } = useRequestChanges();
  const [refusing, setRefusing] = useState<ToDecide | null>(null);
  if (!list.data) return <ListSkeleton />;
  const items = list.data.pages.flatMap((page) => page.items);
  const approve = (item: ToDecide) =>
    void decide(item, { approve: true, note: '' }).then(
      () => toast(t('approved')),
      (error: unknown) => toast(problemText(error)),
    );
  return (
    <div className={styles.list}>
      {items.length === 0 ? (
        <Empty level={2} title={t('nothingToDecide')} text={t('nothingToDecideText')} />
      ) : (
        <Rows label={t('toDecide')}>
          {items.map((item) => (
            <Row
              key={item.id}
              title={<WhatIsAsked item={item} />}
              detail={<WhyItIsAsked item={item} />}
              action={
                item.mine ? undefined : (
                  <div className={styles.actions}>
                    <Button size="small" onClick={() => approve(item)}>
                      {t('approve')}
                      <Hidden> {item.courseTitle}</Hidden>
                    </Button>
                    <Button size="small" variant="quiet" onClick={() => setRefusing(item)}>
                      {t('refuse')}
                      <Hidden> {item.courseTitle}</Hidden>
                    </Button>
                  </div>
                )
              }
            />
          ))}
        </Rows>
      )}
      <MoreButton list={list} />
      {refusing && (
        <WhyDialog
          title={t('refuseTitle')}
          text={t('refuseText')}
          label={t('reason')}
          missing={t('reasonMissing')}
          action={t('refuse')}
          save={(note) => decide(refusing, { approve: false, note })}
          onSaved={() => toast(t('refused'))}
          onClose={() => setRefusing(null)}
        />
      )}
    </div>
  );
}

function WhatIsAsked({ item }: { item: ToDecide }) {
  const { t, rich } = useTexts(requestTexts);
  return item.person && item.kind !== 'request' ? (
    <>
      {rich(
        item.kind,
        { name: <Link to={paths.personAssignments(item.person.id)}>{item.person.name}</Link> },
        { course: item.courseTitle },
      )}
    </>
  ) : (
    <>{t('request', { course: item.courseTitle, people: t('people', { count: item.people ?? 0 }) })}</>
  );
}

function WhyItIsAsked({ item }: { item: ToDecide }) {
  const { t } = useTexts(requestTexts);
  const { person, fromOn, toOn, dueOn, why, askedByName, askedAt, mine } = item;
  const days = fromOn && toOn ? t('days', { from: formatDay(fromOn), to: formatDay(toOn) }) : null;
  const until = dueOn && t(item.kind === 'extension' ? 'until' : 'due', { day: formatDay(dueOn) });
  return (
    <div className={styles.facts}>
      <p>{t('whyLine', { why })}</p>
      <p>{[person?.organisationName, days, until].filter(Boolean).join(', ')}</p>
      <p>{t('by', { name: askedByName, day: formatDay(askedAt.slice(0, 10)) })}</p>
      <p>{t(item.byManagers ? 'decides.managers' : 'decides.team')}</p>
      {mine && <p>{t('mine')}</p>}
    </div>
  );
}
