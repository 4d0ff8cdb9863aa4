import type { MatrixGroup } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { reportingTexts } from '../texts.js';

/** What a group is called, what it is under, and how many of it are in order. */
export function useGroupWords({ label, under, people, inOrder }: MatrixGroup) {
  const { t } = useTexts(reportingTexts);
  return {
    label: label || t('noScheme'),
    under: under && t('under', { name: under }),
    inOrder: t('groupInOrder', { inOrder, people }),
  };
}
