import type { Import } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { LinkButton, Notice } from '@lms/web-ui';
import { resultFile } from '../api/imports.js';
import { FileLink } from '../components/FileLink.js';
import { importTexts } from '../texts.js';
import styles from './rows.module.css';

/** What was written, what has to be mended and what has to be decided, each with what to do about it. */
export function Summary({ shown: { id, kind, state, counts } }: { shown: Import }) {
  const { t } = useTexts(importTexts);
  return (
    <div className={styles.summary}>
      {state === 'applied' && (
        <Notice tone={counts.failed > 0 ? 'plain' : 'good'}>
          <p>
            {t('done.all', { count: counts.applied })}
            {counts.failed > 0 && ` ${t('done.failed', { count: counts.failed })}`}
          </p>
          <div className={styles.files}>
            <FileLink to={resultFile(id, 'xlsx', 'all')}>{t('done.xlsx')}</FileLink>
            <FileLink to={resultFile(id, 'csv', 'all')}>{t('done.csv')}</FileLink>
            <LinkButton to={paths.newImport(kind)}>{t('done.another')}</LinkButton>
          </div>
        </Notice>
      )}
      {counts.unsure > 0 && <Notice>{t('unsureText', { count: counts.unsure })}</Notice>}
      {counts.faulty > 0 && (
        <Notice>
          <p>{t('mend.text', { count: counts.faulty })}</p>
          <div className={styles.files}>
            <FileLink to={resultFile(id, 'xlsx', 'faulty')}>{t('mend.xlsx')}</FileLink>
            <FileLink to={resultFile(id, 'csv', 'faulty')}>{t('mend.csv')}</FileLink>
          </div>
        </Notice>
      )}
    </div>
  );
}
