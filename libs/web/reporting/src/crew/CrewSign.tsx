import type { CrewTotals } from '@lms/contracts';
import { formatCount, formatShortDay, useTexts } from '@lms/web-platform';
import { ProgressRoad, Sign, SignButton } from '@lms/web-ui';
import { crewTexts } from '../texts/crew.js';
import type { CrewAddress } from './use-crew-address.js';

/** Who is not in order, and the way to them. */
export function CrewSign({ totals, address }: { totals: CrewTotals; address: CrewAddress }) {
  const { t } = useTexts(crewTexts);
  const { people, inOrder, late, soon, soonUntil } = totals;
  const day = formatShortDay(soonUntil);
  const show = late > 0 ? 'late' : soon > 0 ? 'soon' : undefined;
  return (
    <Sign
      destination={late > 0 ? t('sign.late', { count: late }) : t('sign.none')}
      distance={{ figure: formatCount(inOrder), unit: t('sign.unit', { people: formatCount(people) }) }}
      progress={
        <ProgressRoad
          percent={(inOrder / people) * 100}
          label={t('sign.road')}
          valueText={t('sign.value', { inOrder, people })}
        />
      }
      details={<p>{soon > 0 ? t('sign.soon', { count: soon, day }) : t('sign.calm', { day })}</p>}
      actions={
        show && (
          <SignButton to={address.to('show', show)} preventScrollReset>
            {t(show === 'late' ? 'sign.see' : 'sign.seeSoon')}
          </SignButton>
        )
      }
    />
  );
}
