import type { CourseOutline } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { LinkButton } from '@lms/web-ui';
import { useEffect, useRef } from 'react';
import { deliveryTexts } from '../texts.js';
import { usePlayerPlace } from './player-place.js';
import styles from './WhatNext.module.css';

interface Props {
  outline: CourseOutline;
  activityId: string;
  courseDone: boolean;
  /** Brings it into view: for a long page that the learner has just read to its end. */
  show: boolean;
}

/** After a stop is done: what it did, and the way on. */
export function WhatNext({ outline, activityId, courseDone, show }: Props) {
  const { t } = useTexts(deliveryTexts);
  const place = usePlayerPlace();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (show) box.current?.focus();
  }, [show]);
  const next = outline.activities.find((a) => a.doneAt === null && a.id !== activityId && a.kind !== 'in-person');
  return (
    <div className={styles.next} role="status" ref={box} tabIndex={-1}>
      <p>{courseDone ? t('finished.courseDone') : t('finished.activityDone')}</p>
      {!courseDone && next ? (
        <LinkButton variant="here" to={place.activity(outline.courseId, next.id)}>
          {t('finished.next', { title: next.title })}
        </LinkButton>
      ) : (
        <LinkButton variant="here" to={place.back?.to ?? paths.today}>
          {place.back?.text ?? t('finished.today')}
        </LinkButton>
      )}
    </div>
  );
}
