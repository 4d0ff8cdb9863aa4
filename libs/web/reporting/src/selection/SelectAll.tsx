import type { MatrixFilter, MatrixRow } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { toolsTexts } from '../texts/tools.js';
import { useEverybody } from './use-everybody.js';

/** Selects everybody whom the filters show. */
export function SelectAll({ filter, onFound }: { filter: MatrixFilter; onFound: (rows: MatrixRow[]) => void }) {
  const { t } = useTexts(toolsTexts);
  const { busy, find } = useEverybody(filter, onFound);
  return (
    <Button size="small" variant="quiet" busy={busy} onClick={find}>
      {t('select.all')}
    </Button>
  );
}
