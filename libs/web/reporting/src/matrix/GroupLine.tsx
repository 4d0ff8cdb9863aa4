import type { MatrixColumn, MatrixGroup } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import type { VirtualItem } from '@tanstack/react-virtual';
import { reportingTexts } from '../texts.js';
import styles from './grid.module.css';
import { useGroupWords } from './use-group-words.js';

interface Props {
  group: MatrixGroup;
  columns: readonly MatrixColumn[];
  shown: readonly VirtualItem[];
}

/** The line above a group's people: how many are in order, and how many must act on each course. */
export function GroupLine({ group, columns, shown }: Props) {
  const { t } = useTexts(reportingTexts);
  const { label, inOrder } = useGroupWords(group);
  return (
    <>
      <div role="rowheader" aria-colindex={1} className={styles.group}>
        <b>{label}</b>
        <small>
          <span className={styles.bar} aria-hidden>
            <span style={{ width: `${(100 * group.inOrder) / Math.max(1, group.people)}%` }} />
          </span>
          {inOrder}
        </small>
      </div>
      {shown.map(({ index, start, size }) => {
        const late = group.toAct[columns[index]?.courseId ?? ''] ?? 0;
        return (
          <div
            key={index}
            role="gridcell"
            aria-colindex={index + 2}
            className={styles.sum}
            style={{ left: `calc(var(--person) + ${start}px)`, width: size }}
            aria-label={t('toActOn', { count: late })}
          >
            {late > 0 && late}
          </div>
        );
      })}
    </>
  );
}
