import type { ProblemItem } from '@lms/contracts';
import { formatMoment, isProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { problemQuery, settleProblem } from '../api/problems.js';
import { CallTable } from '../log/CallTable.js';
import styles from './ProblemsPage.module.css';
import { problemTexts } from './texts.js';

interface Props {
  item: ProblemItem;
  courseId: string;
  /** True for the report that a mail points to: its log is there at once. */
  opened: boolean;
}

/** One report: what the learner says, on which device, what the lesson did, and whether it is settled. */
export function ProblemCard({ item, courseId, opened }: Props) {
  const { t } = useTexts(problemTexts);
  const [showsLog, setShowsLog] = useState(opened);
  const client = useQueryClient();
  const log = useId();
  const settle = useMutation({
    mutationFn: () => settleProblem(item.id, item.version, item.state === 'open' ? 'closed' : 'open'),
    onSettled: () => client.invalidateQueries({ queryKey: ['problems', courseId] }),
  });
  const { personName: name, createdAt, activityTitle: activity, versionNumber: number, device } = item;
  const { screen, viewport, language, timeZone } = device;
  const online = t(device.online ? 'online' : 'offline');
  const waiting = t('waiting', { count: device.waiting });
  return (
    <article className={styles.card}>
      <blockquote className={styles.words}>{item.words}</blockquote>
      <p className={styles.facts}>{t('by', { name, moment: formatMoment(createdAt), activity, number })}</p>
      {item.closedAt && (
        <p className={styles.facts}>
          {t('closedBy', { name: item.closedByName ?? '', moment: formatMoment(item.closedAt) })}
        </p>
      )}
      <p className={styles.facts}>
        {t('facts', { screen, viewport, language, timeZone, online, waiting })} {device.userAgent}
      </p>
      {settle.error && (
        <Notice tone="danger">
          {isProblem(settle.error, 'changed-meanwhile') ? t('changed') : problemText(settle.error)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          aria-expanded={showsLog}
          aria-controls={log}
          aria-label={t('showLogOf', { words: item.words.slice(0, 60) })}
          onClick={() => setShowsLog(!showsLog)}
        >
          {t('showLog')}
        </Button>
        <Button variant="quiet" busy={settle.isPending} onClick={() => settle.mutate()}>
          {t(item.state === 'open' ? 'close' : 'reopen')}
        </Button>
      </div>
      <div id={log}>{showsLog && <Log id={item.id} />}</div>
    </article>
  );
}

function Log({ id }: { id: string }) {
  const { t } = useTexts(problemTexts);
  const { data } = useQuery(problemQuery(id));
  const first = data?.calls[0];
  if (!data) return null;
  return first ? <CallTable calls={data.calls} first={first} /> : <p className={styles.facts}>{t('noLog')}</p>;
}
