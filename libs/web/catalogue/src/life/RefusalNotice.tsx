import { ApiProblem, problemText, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './Approval.module.css';

/** Why a step was not taken: what is missing as a list, or the API's sentence. */
export function RefusalNotice({ error }: { error: unknown }) {
  const { t } = useTexts(commonTexts);
  if (!error) return null;
  const missing = error instanceof ApiProblem && error.code === 'not-ready' ? error.fields : [];
  return (
    <Notice tone="danger">
      {missing.length > 0 ? (
        <>
          <b>{t('life.missing')}</b>
          <ul className={styles.missing}>
            {missing.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        </>
      ) : (
        problemText(error)
      )}
    </Notice>
  );
}
