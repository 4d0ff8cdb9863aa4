import type { AuditChange } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { fieldInWords } from './action-words.js';
import { auditTexts } from './audit-texts.js';
import styles from './audit.module.css';

/** Every row that changed: field by field, before and since. */
export function AuditChanges({ changes }: { changes: readonly AuditChange[] }) {
  const { t } = useTexts(auditTexts);
  return changes.map(({ kind, name, change, fields }, index) => {
    const title = [fieldInWords(kind), name].filter(Boolean).join(' ');
    return (
      <table key={index} className={styles.changes}>
        <caption>
          {title} {t(`change.${change}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Hidden>{t('column.field')}</Hidden>
            </th>
            {change !== 'added' && <th scope="col">{t('column.before')}</th>}
            {change !== 'removed' && <th scope="col">{t('column.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{fieldInWords(field.name)}</th>
              {change !== 'added' && <td>{field.before ?? t('nothing')}</td>}
              {change !== 'removed' && <td>{field.after ?? t('nothing')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}
