import type { ScheduledList } from '@lms/contracts';
import { useTexts } from '../i18n/use-texts.js';
import { paths } from '../paths.js';
import { scheduleAddress } from './schedule-address.js';
import { listFileTexts } from './texts.js';
import { useListFile } from './use-list-file.js';

const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

export interface ListToExport {
  list: ScheduledList;
  /** What it is narrowed down by, as its address has it; what is not set is left out. */
  filters: Readonly<Record<string, string | undefined>>;
  /** What would be in the file; the list as shown, unless said otherwise. */
  label?: string;
}

/** What the menu of a list offers: each format, a schedule, and the files of earlier. */
export function useListExport(lists: readonly ListToExport[], label?: string) {
  const { t } = useTexts(listFileTexts);
  const { ask, busy, words, problem } = useListFile();
  return {
    ...{ busy, words, problem },
    label: label ?? t('export.label'),
    groups: lists.map(({ list, filters, label: what }) => ({
      label: what ?? t('export.shown'),
      items: FORMATS.map((format) => ({
        ...{ key: format, label: t(`export.${format}`) },
        onChoose: () => void ask(list, format, filters),
      })),
      schedule: { to: scheduleAddress(list, filters), label: t('export.schedule') },
    })),
    files: { to: paths.files, label: t('export.files') },
  };
}
