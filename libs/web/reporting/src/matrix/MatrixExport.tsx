import type { MatrixFilter } from '@lms/contracts';
import { paths, scheduleAddress, useListFile, useTexts } from '@lms/web-platform';
import { ExportMenu } from '@lms/web-ui';
import { reportingTexts } from '../texts.js';

/** What the matrix shows, as a file: the whole of it, or line by line what to act on. */
export function MatrixExport({ filter, people }: { filter: MatrixFilter; people: number }) {
  const { t } = useTexts(reportingTexts);
  const { ask, busy, words, problem } = useListFile();
  const items = (list: 'matrix' | 'overdue') =>
    (['xlsx', 'csv', 'pdf'] as const).map((format) => ({
      ...{ key: format, label: t(`export.${format}`) },
      onChoose: () => void ask(list, format, { ...filter }),
    }));
  return (
    <ExportMenu
      {...{ busy, words, problem }}
      label={t('export.label', { count: people })}
      groups={(['matrix', 'overdue'] as const).map((list) => ({
        ...{ label: t(`export.${list}`), items: items(list) },
        schedule: { to: scheduleAddress(list, { ...filter }), label: t('export.schedule') },
      }))}
      files={{ to: paths.files, label: t('export.files') }}
    />
  );
}
