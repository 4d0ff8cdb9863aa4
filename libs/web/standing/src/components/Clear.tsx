import type { Today } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Empty } from '@lms/web-ui';
import { standingTexts } from '../texts.js';

/** In the sign's place when there is no next thing. */
export function Clear({ today }: { today: Today }) {
  const { t } = useTexts(standingTexts);
  if (today.due.length > 0) return <Empty level={2} title={t('next.waiting')} text={t('next.waitingText')} />;
  const ahead = today.routes
    .flatMap((route) => route.stops)
    .flatMap((stop) => (stop.doneOn ? [] : (stop.opensOn ?? [])));
  const first = ahead.filter((day) => day > today.today).sort()[0];
  return (
    <Empty
      level={2}
      title={first ? t('next.clearTo', { day: formatDay(first) }) : t('next.clear')}
      text={t('next.clearText')}
    />
  );
}
