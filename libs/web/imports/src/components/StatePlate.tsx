import type { ImportState } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { importTexts } from '../texts.js';

const looks = {
  reading: 'soft',
  refused: 'danger',
  columns: 'outline',
  checking: 'soft',
  checked: 'outline',
  applying: 'soft',
  applied: 'ink',
} as const;

export function StatePlate({ state }: { state: ImportState }) {
  const { t } = useTexts(importTexts);
  return <Plate look={looks[state]}>{t(`state.${state}`)}</Plate>;
}
