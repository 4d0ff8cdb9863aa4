import type { CourseOutline } from '@lms/contracts';
import { formatDay, formatDayAway, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { outlineQuery } from '../api/course-outline.js';
import { startNewVersion } from '../api/new-version.js';
import { usePlayerPlace } from './player-place.js';
import { versionTexts } from './version-texts.js';
import styles from './NewVersion.module.css';

interface Props {
  outline: CourseOutline;
  today: string;
}

/** Told before anything is lost: a version came out while the learner was in the middle of another one, or theirs has ended. */
export function NewVersion({ outline, today }: Props) {
  const { t } = useTexts(versionTexts);
  const { newer, ended, number } = outline;
  if (ended) {
    return (
      <div className={styles.notice}>
        <Notice>
          <p className={styles.text}>
            <b>{t('ended.title', { number: ended.number, day: formatDay(ended.on) })}</b> {t('ended.text', { number })}
          </p>
        </Notice>
      </div>
    );
  }
  if (!newer) return null;
  if (newer.change === 'minor') {
    // Not true of a document that is to be read again, and that is said already.
    if (outline.revisions.length > 0) return null;
    return (
      <div className={styles.notice}>
        <Notice>
          <p className={styles.text}>{t('minor', { number, newer: newer.number })}</p>
        </Notice>
      </div>
    );
  }
  return <Major outline={outline} newer={newer} today={today} />;
}

interface MajorProps extends Props {
  newer: NonNullable<CourseOutline['newer']>;
}

function Major({ outline, newer, today }: MajorProps) {
  const { t } = useTexts(versionTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const place = usePlayerPlace();
  const [sure, setSure] = useState(false);
  const done = outline.activities.filter(({ doneAt }) => doneAt !== null).length;
  const { endsOn } = newer;
  const start = useMutation({
    mutationFn: () => startNewVersion(outline.courseId, newer.courseVersionId),
    onSuccess: (fresh) => {
      client.setQueryData(outlineQuery(outline.courseId).queryKey, fresh);
      const first = fresh.activities.find(({ state }) => state === 'here');
      if (first) void navigate(place.activity(outline.courseId, first.id));
    },
  });
  return (
    <section className={styles.box} aria-labelledby="new-version">
      <h2 id="new-version">{t('major.title', { day: formatDay(newer.publishedOn) })}</h2>
      <p>
        {endsOn
          ? t('major.ends', { number: outline.number, day: formatDayAway(endsOn, today) })
          : t('major.goOn', { number: outline.number })}
      </p>
      {newer.news && <p className={styles.news}>{t('major.news', { news: newer.news })}</p>}
      {start.error && <Notice tone="danger">{problemText(start.error)}</Notice>}
      {sure ? (
        <div role="group" aria-labelledby="new-version-sure">
          <p id="new-version-sure" className={styles.sure}>
            {t('major.lose', { count: done, number: outline.number })}
          </p>
          <FormActions>
            <Button variant="danger" busy={start.isPending} onClick={() => start.mutate()}>
              {t('major.start', { number: newer.number })}
            </Button>
            <Button variant="quiet" onClick={() => setSure(false)}>
              {t('major.stay', { number: outline.number })}
            </Button>
          </FormActions>
        </div>
      ) : (
        <FormActions>
          <Button onClick={() => setSure(true)}>{t('major.change', { number: newer.number })}</Button>
        </FormActions>
      )}
    </section>
  );
}
