import type { CourseVersion } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { inTheMiddleQuery } from '../api/in-the-middle.js';
import { builderTexts } from '../texts/builder.js';

interface Props extends Pick<CourseVersion, 'change' | 'begun'> {
  versionId: string;
  /** The last day of earlier versions; `unsaid` while it is being chosen, null where there is none. */
  endsOn: string | null;
}

/** How many people a new version meets half way, and what the choice about them takes away. */
export function InTheMiddle({ versionId, change, begun, endsOn }: Props) {
  const { t } = useTexts(builderTexts);
  const { data, isPending } = useQuery(inTheMiddleQuery(versionId));
  if (isPending) return <Notice>{t('middle.counting')}</Notice>;
  // The choice can be made without the numbers; the error is no reason to keep anybody from it.
  if (!data) return null;
  if (data.people === 0) return <Notice>{t('middle.nobody')}</Notice>;
  const people = t('middle.people', { count: data.people });
  if (change === 'minor' || begun === 'finish') {
    return (
      <Notice>
        {people} {t(change === 'minor' ? 'middle.minor' : 'middle.finish')}
      </Notice>
    );
  }
  const lost = { done: t('middle.done', { count: data.done }), begun: t('middle.begun', { count: data.begun }) };
  const loss =
    endsOn === null
      ? t('middle.restart', lost)
      : endsOn === 'unsaid'
        ? t('middle.restartSomeDay', lost)
        : t('middle.restartOn', { ...lost, day: formatDay(endsOn) });
  return (
    <Notice>
      {people} <strong>{loss}</strong> {t('middle.told')}
    </Notice>
  );
}
