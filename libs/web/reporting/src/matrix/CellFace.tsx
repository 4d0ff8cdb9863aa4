import type { MatrixCell } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { StandingMark } from '@lms/web-ui';
import { reportingTexts } from '../texts.js';
import { daysOf } from './cell-words.js';
import styles from './grid.module.css';

/** What a cell looks like: its mark, and the days where they matter. The words are the cell's name. */
export function CellFace({ cell, today }: { cell: MatrixCell | undefined; today: string }) {
  const { t } = useTexts(reportingTexts);
  if (!cell) return <StandingMark standing="not required" size={16} />;
  const days = daysOf(cell, today);
  return (
    <span className={styles.face} data-standing={days === null ? undefined : cell[0]}>
      <StandingMark standing={cell[0]} size={16} />
      {days !== null && <span aria-hidden>{t('days', { count: days })}</span>}
    </span>
  );
}
