import type { AuditFilter } from '@lms/contracts';
import { paths, scheduleAddress, useListFile, useTexts } from '@lms/web-platform';
import { ExportMenu } from '@lms/web-ui';
import { auditTexts } from './audit-texts.js';

/** The log as shown, as a file. */
export function AuditExport({ filter }: { filter: AuditFilter }) {
  const { t } = useTexts(auditTexts);
  const { ask, busy, words, problem } = useListFile();
  const items = (['xlsx', 'csv', 'pdf'] as const).map((format) => ({
    ...{ key: format, label: t(`export.${format}`) },
    onChoose: () => void ask('audit', format, { ...filter }),
  }));
  return (
    <ExportMenu
      {...{ busy, words, problem }}
      label={t('export.label')}
      groups={[
        {
          ...{ label: t('export.what'), items },
          schedule: { to: scheduleAddress('audit', { ...filter }), label: t('export.schedule') },
        },
      ]}
      files={{ to: paths.files, label: t('export.files') }}
    />
  );
}
