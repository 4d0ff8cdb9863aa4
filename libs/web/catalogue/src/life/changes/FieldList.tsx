import type { ActivityChange, FieldChange } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { activityTexts } from '../../texts/activities.js';
import { builderTexts } from '../../texts/builder.js';
import { courseTexts } from '../../texts/courses.js';
import { fieldName, valueLines, type ValueWords } from './value-lines.js';
import styles from './Changes.module.css';

/** Setting by setting, what it was and what it is now. Of something new only what it is. */
export function FieldList({ fields, change }: { fields: readonly FieldChange[]; change: ActivityChange['change'] }) {
  const { t } = useTexts(builderTexts);
  const { t: activity } = useTexts(activityTexts);
  const { t: course } = useTexts(courseTexts);
  const words: ValueWords = { builder: t, activity, course };
  const rows = fields
    .map((field) => ({
      field: field.field,
      before: valueLines(field.field, field.before, words),
      after: valueLines(field.field, field.after, words),
      sameName: onlyBytes(field),
    }))
    // Of something new, what is off or empty says nothing.
    .filter((row) => change === 'changed' || row.after.length > 0);
  if (rows.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {rows.map(({ field, before, after, sameName }) => (
        <div key={field}>
          <dt>{fieldName(field, t)}</dt>
          {change === 'changed' && (
            <dd className={styles.before}>
              <Hidden>{t('changes.before')}: </Hidden>
              <Lines lines={before} />
            </dd>
          )}
          <dd className={styles.after}>
            <Hidden>{t('changes.after')}: </Hidden>
            <Lines lines={after} />
            {sameName && <span className={styles.note}>{t('changes.sameName')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const { t } = useTexts(builderTexts);
  if (lines.length === 0) return <span className={styles.nothing}>{t('changes.nothing')}</span>;
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

/** Two files that nothing tells apart but what is in them. */
function onlyBytes({ field, before, after }: FieldChange): boolean {
  if (field !== 'file') return false;
  const seen = (value: FieldChange['before']) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return `${String(value['name'])} ${String(value['size'])}`;
  };
  return before !== null && seen(before) === seen(after);
}
