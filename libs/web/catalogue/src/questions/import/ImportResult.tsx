import type { QuestionImportResult } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, DataTable, FormActions, Notice, Section } from '@lms/web-ui';
import { questionTexts } from '../texts.js';
import styles from './Import.module.css';

interface Props {
  result: QuestionImportResult;
  busy: boolean;
  onApply: () => void;
}

const mostShown = 1000;

/** What a file would change, or what has to be put right in it first. */
export function ImportResult({ result, busy, onApply }: Props) {
  const { t } = useTexts(questionTexts);
  const { added, changed, unchanged, errors } = result;
  const counts = t('import.counts', {
    added: t('import.added', { count: added }),
    changed: t('import.changed', { count: changed }),
    unchanged: t('import.unchanged', { count: unchanged }),
  });
  return (
    <Section title={t('import.result')}>
      {errors.length > 0 ? (
        <div className={styles.result}>
          <Notice tone="danger">{t('import.errors', { count: errors.length })}</Notice>
          <DataTable
            caption={t('import.caption')}
            rows={errors.map((error, index) => ({ ...error, index }))}
            rowKey={(error) => error.index}
            columns={[
              { key: 'message', head: t('import.message'), main: true, cell: (error) => error.message },
              { key: 'row', head: t('import.row'), align: 'right', cell: (error) => error.row },
              { key: 'column', head: t('import.column'), cell: (error) => error.column || t('import.whole') },
            ]}
          />
          {errors.length >= mostShown && <p className={styles.quiet}>{t('import.most', { count: mostShown })}</p>}
        </div>
      ) : (
        <div className={styles.result} role="status">
          <p className={styles.counts}>{counts}</p>
          <p className={styles.quiet}>{added + changed === 0 ? t('import.nothing') : t('import.stays')}</p>
          {added + changed > 0 && (
            <FormActions>
              <Button variant="main" busy={busy} onClick={onApply}>
                {t('import.apply')}
              </Button>
            </FormActions>
          )}
        </div>
      )}
    </Section>
  );
}
