import type { BulkChangeRequest } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { previewTogether, useChangeTogether } from '../api/together.js';
import { togetherTexts } from '../texts/together.js';

/** Takes a change to many people back, and says how many somebody changed since. */
export function useUndo() {
  const { t } = useTexts(togetherTexts);
  const change = useChangeTogether();
  return async (undo: BulkChangeRequest): Promise<void> => {
    try {
      const preview = await previewTogether(undo);
      const { changed } = await change(undo, preview);
      const kept = preview.leftOut.length;
      toast([t('undone', { count: changed }), ...(kept > 0 ? [t('kept', { count: kept })] : [])].join(' '), {
        tone: kept > 0 ? 'danger' : 'good',
      });
    } catch (error) {
      toast(problemText(error), { tone: 'danger' });
    }
  };
}
