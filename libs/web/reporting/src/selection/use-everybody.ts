import type { MatrixFilter, MatrixRow } from '@lms/contracts';
import { problemText } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useState } from 'react';
import { everybodyShown } from '../api/chase.js';
import { MOST_SELECTED } from './use-selection.js';

/** Finds everybody whom the filters show, also those who are not drawn yet, and gives them on. */
export function useEverybody(filter: MatrixFilter, onFound: (rows: MatrixRow[]) => void) {
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
  return { busy, find: () => void find() };
}
