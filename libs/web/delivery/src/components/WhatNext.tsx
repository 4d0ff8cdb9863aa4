import type { CourseOutline } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { LinkButton } from '@lms/web-ui';
import { deliveryTexts } from '../texts.js';
import styles from './WhatNext.module.css';

/** After a stop is done: what it did, and the way on. */
export function WhatNext({
  outline,
  activityId,
  courseDone,
}: {
  outline: CourseOutline;
  activityId: string;
  courseDone: boolean;
}) {
  const { t } = useTexts(deliveryTexts);
  const next = outline.activities.find((a) => a.doneAt === null && a.id !== activityId && a.kind !== 'in-person');
  return (
    <div className={styles.next} role="status">
      <p>{courseDone ? t('finished.courseDone') : t('finished.activityDone')}</p>
      {!courseDone && next ? (
        <LinkButton variant="here" to={paths.activity(outline.courseId, next.id)}>
          {t('finished.next', { title: next.title })}
        </LinkButton>
      ) : (
        <LinkButton variant="here" to={paths.today}>
          {t('finished.today')}
        </LinkButton>
      )}
    </div>
  );
}
