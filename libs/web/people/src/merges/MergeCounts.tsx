import type { MergePreview } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Section } from '@lms/web-ui';
import { mergeTexts } from '../texts/merges.js';
import styles from './merges.module.css';

/** What the person has completed in addition once the two are one; nothing where nothing is. */
export function MergeCounts({ preview: { counts } }: { preview: MergePreview }) {
  const { t } = useTexts(mergeTexts);
  if (counts.length === 0) return null;
  const title = t('counts', { count: counts.length });
  return (
    <Section title={title}>
      <p className={styles.quiet}>{t('countsText')}</p>
      <DataTable
        caption={title}
        rows={counts}
        rowKey={({ courseId, completedOn, through }) => `${courseId} ${completedOn} ${through}`}
        columns={[
          { key: 'course', head: t('course'), main: true, cell: (line) => line.title },
          { key: 'through', head: t('through'), cell: ({ how, through }) => t(`how.${how}`, { through }) },
          { key: 'on', head: t('on'), tight: true, cell: ({ completedOn }) => formatDay(completedOn) },
          {
            ...{ key: 'until', head: t('until'), tight: true },
            cell: ({ validUntil }) => (validUntil ? formatDay(validUntil) : ''),
          },
        ]}
      />
    </Section>
  );
}
