import type { Question } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { questionTexts } from '../texts.js';
import { levelOf, tellsOf } from './statistics-words.js';
import styles from './StatisticsLine.module.css';

/** How people answer a question, in words. */
export function StatisticsLine({ statistics }: Pick<Question, 'statistics'>) {
  const { t } = useTexts(questionTexts);
  const { answered, rightPercent, discrimination } = statistics;
  const percent = Math.round(rightPercent ?? 0);
  return (
    <dl className={styles.facts}>
      <dt>{t('edit.statistics')}</dt>
      {answered === 0 || rightPercent === null ? (
        <dd>{t('statistics.none')}</dd>
      ) : (
        <>
          <dd>{t('statistics.answered', { count: answered })}</dd>
          <dd>{t('statistics.right', { percent, word: t(`statistics.level.${levelOf(rightPercent)}`) })}</dd>
          <dd>
            {discrimination === null ? t('statistics.few') : t(`statistics.tellsLong.${tellsOf(discrimination)}`)}
          </dd>
        </>
      )}
    </dl>
  );
}
