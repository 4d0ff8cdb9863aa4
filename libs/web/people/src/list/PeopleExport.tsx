import { paths, scheduleAddress, useListFile, useTexts } from '@lms/web-platform';
import { ExportMenu } from '@lms/web-ui';
import type { PeopleFilter } from '../api/people.js';
import { listTexts } from '../texts/list.js';

/** The people as shown, as a file. */
export function PeopleExport({ filter }: { filter: PeopleFilter }) {
  const { t } = useTexts(listTexts);
  const { ask, busy, words, problem } = useListFile();
  const items = (['xlsx', 'csv', 'pdf'] as const).map((format) => ({
    ...{ key: format, label: t(`export.${format}`) },
    onChoose: () => void ask('people', format, { ...filter }),
  }));
  return (
    <ExportMenu
      {...{ busy, words, problem }}
      label={t('export.label')}
      groups={[
        {
          ...{ label: t('export.what'), items },
          schedule: { to: scheduleAddress('people', { ...filter }), label: t('export.schedule') },
        },
      ]}
      files={{ to: paths.files, label: t('export.files') }}
    />
  );
}
