import type { CatalogueCourse } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { browseTexts } from '../texts/browse.js';
import { myRequestsQuery, useAskForMyself } from './api/my-requests.js';
import { AskForItForm } from './AskForItForm.js';
import styles from './course.module.css';

/** What one can ask for: a course that nobody begins by themselves, or more time for one that is due. */
function askable({ mine, mayEnrol, dueOn, opensOn }: CatalogueCourse, today: string): 'enrolment' | 'extension' | null {
  if (!mine && !mayEnrol) return 'enrolment';
  return dueOn !== null && (opensOn === null || opensOn <= today) ? 'extension' : null;
}

/** Asks one's line manager or the People Team for the course or for more time; says what became of it. */
export function AskForIt({ course, today }: { course: CatalogueCourse; today: string }) {
  const { t } = useTexts(browseTexts);
  const kind = askable(course, today);
  const { data } = useQuery({ ...myRequestsQuery(), enabled: kind !== null });
  const { withdraw } = useAskForMyself();
  const [asking, setAsking] = useState(false);
  const form = useId();
  const asked = data?.items.find(({ courseId }) => courseId === course.courseId);
  if (!kind || !data) return null;
  if (asked?.kind === kind && asked.state === 'waiting') {
    const takeBack = () =>
      void withdraw(asked.id).then(
        () => toast(t('ask.takenBack')),
        (error: unknown) => toast(problemText(error)),
      );
    return (
      <Notice>
        <p>{asked.dueOn ? t('ask.waitsUntil', { day: formatDay(asked.dueOn) }) : t('ask.waits')}</p>
        <Button size="small" onClick={takeBack}>
          {t('ask.takeBack')}
        </Button>
      </Notice>
    );
  }
  return (
    <>
      {asked?.kind === kind && asked.state === 'refused' && (
        <Notice>{t('ask.refused', { name: asked.decidedByName ?? '', why: asked.decision })}</Notice>
      )}
      <Button variant="quiet" aria-expanded={asking} aria-controls={form} onClick={() => setAsking(!asking)}>
        {t(`ask.button.${kind}`)}
      </Button>
      <div id={form} className={styles.ask} hidden={!asking}>
        <AskForItForm kind={kind} course={course} today={today} onClose={() => setAsking(false)} />
      </div>
    </>
  );
}
