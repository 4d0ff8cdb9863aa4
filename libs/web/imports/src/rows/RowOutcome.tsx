import type { ImportRow } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate, type PlateLook } from '@lms/web-ui';
import { importTexts } from '../texts.js';

const looks: Record<ImportRow['outcome'], PlateLook> = {
  new: 'ink',
  change: 'ink',
  same: 'soft',
  unsure: 'outline',
  faulty: 'danger',
  leaving: 'danger',
};

/** What a row comes to, or came to. */
export function RowOutcome({ row: { outcome, result, selected } }: { row: ImportRow }) {
  const { t } = useTexts(importTexts);
  if (result) return <Plate look={result === 'failed' ? 'danger' : 'ink'}>{t(`rows.result.${result}`)}</Plate>;
  const writes = outcome === 'new' || outcome === 'change' || outcome === 'leaving';
  if (writes && !selected) return <Plate look="soft">{t('rows.left')}</Plate>;
  return <Plate look={looks[outcome]}>{t(`rows.outcome.${outcome}`)}</Plate>;
}
