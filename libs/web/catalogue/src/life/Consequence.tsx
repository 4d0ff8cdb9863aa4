import type { CourseVersion } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { builderTexts } from '../texts/builder.js';
import { InTheMiddle } from './InTheMiddle.js';
import styles from './Approval.module.css';

/** What a version that takes another one's place means for people in the middle of it. */
export function Consequence({ version }: { version: CourseVersion }) {
  const { t } = useTexts(builderTexts);
  const { change, begun, oldEndsOn, news } = version;
  const sentence =
    change === 'minor'
      ? t('consequence.minor')
      : begun === 'finish'
        ? t('consequence.finish')
        : oldEndsOn
          ? t('consequence.restartOn', { day: formatDay(oldEndsOn) })
          : t('consequence.restart');
  return (
    <div className={styles.consequence}>
      <p>{sentence}</p>
      {version.state === 'in-review' && (
        <InTheMiddle versionId={version.id} change={change} begun={begun} endsOn={oldEndsOn} />
      )}
      {news && <p>{t('consequence.news', { news })}</p>}
    </div>
  );
}
