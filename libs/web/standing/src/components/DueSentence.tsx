import type { DueItem } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { standingTexts } from '../texts.js';
import { AwayDate } from './AwayDate.js';
import { dueFacts } from './due-facts.js';
import { RenewalSentence } from './RenewalSentence.js';

/** "Due Fri 27 Nov 2026, in 4 days.", and why when it was finished already. */
export function DueSentence({ item, today, strong }: { item: DueItem; today: string; strong?: boolean }) {
  const { t, rich } = useTexts(standingTexts);
  const { date, key } = dueFacts(item);
  const shown = date && <AwayDate date={date} today={today} />;
  return (
    <>
      {item.revision &&
        `${t('next.revision', { title: item.revision.title, day: formatDay(item.revision.publishedOn) })} `}
      {rich(key, { date: strong ? <b>{shown}</b> : shown })}
      <RenewalSentence item={item} />
    </>
  );
}
