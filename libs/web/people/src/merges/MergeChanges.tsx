import type { MergePreview } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Section, StandingLabel } from '@lms/web-ui';
import { mergeTexts } from '../texts/merges.js';
import styles from './merges.module.css';

type Line = MergePreview['courses'][number]['after'];

/** How each of the two stands now, and how the person stands afterwards. */
export function MergeChanges({ preview: { keep, merge, courses, owedAfter } }: { preview: MergePreview }) {
  const { t } = useTexts(mergeTexts);
  const cell = (line: Line | null) => (line ? <Stands line={line} /> : t('nothing'));
  // Two entries often have the very same name.
  const names = { keep: t('keepHas', { name: keep.name }), merge: t('mergeHas', { name: merge.name }) };
  return (
    <Section title={t('changes')}>
      {courses.length === 0 ? (
        <p>{t('noChanges')}</p>
      ) : (
        <DataTable
          caption={t('changesText')}
          rows={courses}
          rowKey={(line) => line.courseId}
          columns={[
            { key: 'course', head: t('course'), main: true, cell: (line) => line.title },
            { key: 'keep', head: names.keep, cell: (line) => cell(line.keep) },
            { key: 'merge', head: names.merge, cell: (line) => cell(line.merge) },
            { key: 'after', head: t('after'), cell: (line) => cell(line.after) },
          ]}
        />
      )}
      <div className={styles.after}>
        <p className={styles.quiet}>{t('owedAfter', { count: owedAfter })}</p>
        {merge.signInNames.length > 0 && (
          <p className={styles.quiet}>{t('signInAfter', { name: keep.name, merged: merge.name })}</p>
        )}
      </div>
    </Section>
  );
}

function Stands({ line }: { line: Line }) {
  const { t } = useTexts(mergeTexts);
  const dates = [
    line.dueOn && t('due', { day: formatDay(line.dueOn) }),
    line.validUntil && t('validTo', { day: formatDay(line.validUntil) }),
  ].filter(Boolean);
  return (
    <span className={styles.standing}>
      <StandingLabel standing={line.standing} text={t(`standing.${line.standing}`)} />
      {dates.length > 0 && <span>{dates.join(', ')}</span>}
    </span>
  );
}
