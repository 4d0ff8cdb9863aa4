import type { PersonItem } from '@lms/contracts';
import { formatDay, formatDayAway, useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import { listTexts } from '../texts/list.js';
import styles from './list.module.css';

/** "Since Mon 2 Nov 2026"; who has not begun or has left gets a plate, because that is what one looks for. */
export function EngagedCell({ person, today }: { person: PersonItem; today: string }) {
  const { t } = useTexts(listTexts);
  const { t: common } = useTexts(commonTexts);
  const { status, startsOn, endsOn } = person;
  if (!startsOn) return <>{t('noEngagement')}</>;
  if (status === 'current')
    return <>{endsOn ? t('until', { day: formatDayAway(endsOn, today) }) : t('since', { day: formatDay(startsOn) })}</>;
  return (
    <span className={styles.engaged}>
      <Plate look={status === 'planned' ? 'outline' : 'soft'}>{common(`status.${status}`)}</Plate>
      {status === 'planned' ? formatDayAway(startsOn, today) : endsOn && t('until', { day: formatDay(endsOn) })}
    </span>
  );
}
