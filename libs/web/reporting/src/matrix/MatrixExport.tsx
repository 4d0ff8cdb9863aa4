import type { MatrixFilter } from '@lms/contracts';
import { useListExport, useTexts } from '@lms/web-platform';
import { ExportMenu } from '@lms/web-ui';
import { reportingTexts } from '../texts.js';

/** What the matrix shows, as a file: the whole of it, or line by line what to act on. */
export function MatrixExport({ filter, people }: { filter: MatrixFilter; people: number }) {
  const { t } = useTexts(reportingTexts);
  const lists = (['matrix', 'overdue'] as const).map((list) => ({
    ...{ list, filters: { ...filter }, label: t(`export.${list}`) },
  }));
  return <ExportMenu {...useListExport(lists, t('export.label', { count: people }))} />;
}
