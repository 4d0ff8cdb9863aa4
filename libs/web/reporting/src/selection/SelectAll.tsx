import type { MatrixFilter, MatrixRow } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, toast } from '@lms/web-ui';
import { useState } from 'react';
import { everybodyShown } from '../api/chase.js';
import { toolsTexts } from '../texts/tools.js';
import { MOST_SELECTED } from './use-selection.js';

/** Selects everybody whom the filters show, also those who are not drawn yet. */
export function SelectAll({ filter, onFound }: { filter: MatrixFilter; onFound: (rows: MatrixRow[]) => void }) {
  const { t } = useTexts(toolsTexts);
  const [busy, setBusy] = useState(false);
  const find = async () => {
    setBusy(true);
    try {
      onFound(await everybodyShown(filter, MOST_SELECTED));
    } catch (error) {
      toast(problemText(error), { tone: 'danger' });
    }
    setBusy(false);
  };
  return (
    <Button size="small" variant="quiet" busy={busy} onClick={() => void find()}>
      {t('select.all')}
    </Button>
  );
}
