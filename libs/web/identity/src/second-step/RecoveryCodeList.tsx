import { useTexts } from '@lms/web-platform';
import { Button, FormActions, toast } from '@lms/web-ui';
import { secondStepTexts } from '../texts/second-step.js';
import styles from './second-step.module.css';

/** Shown once; whoever has kept them says so. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTexts(secondStepTexts);
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('codes.copied')));
  return (
    <>
      <p className={styles.lead}>{t('codes.text')}</p>
      <ol className={styles.codes} aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <FormActions>
        <Button variant="main" onClick={onKept}>
          {t('codes.kept')}
        </Button>
        <Button onClick={copy}>{t('codes.copy')}</Button>
      </FormActions>
    </>
  );
}
