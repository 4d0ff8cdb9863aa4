import type { GrantItem } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { rolesTexts } from '../texts/roles.js';

/** What a reviewer stops at. */
export function GrantPlates({ grant }: { grant: GrantItem }) {
  const { t } = useTexts(rolesTexts);
  const { status, startsOn, renewed, endsSoon, unused, hasLeft } = grant;
  if (status === 'over') return <Plate look="soft">{t('overPlate')}</Plate>;
  return (
    <>
      {status === 'planned' && <Plate>{t('aheadPlate', { day: formatDay(startsOn) })}</Plate>}
      {renewed && <Plate look="soft">{t('renewedPlate')}</Plate>}
      {endsSoon && !renewed && <Plate look="ink">{t('soonPlate')}</Plate>}
      {hasLeft && <Plate look="danger">{t('leftPlate')}</Plate>}
      {unused && <Plate look="danger">{t('unusedPlate')}</Plate>}
    </>
  );
}
