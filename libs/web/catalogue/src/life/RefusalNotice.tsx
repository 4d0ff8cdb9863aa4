import { ApiProblem, problemText, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import type { LivingVersion } from './life.js';
import styles from './Approval.module.css';

interface Props {
  error: unknown;
  /** The version that was refused: what is missing in an activity leads to it. */
  version?: Pick<LivingVersion, 'activities'>;
  onFollow?: () => void;
}

/** Why a step was not taken: what is missing as a list, or the API's sentence. */
export function RefusalNotice({ error, version, onFollow }: Props) {
  const { t } = useTexts(commonTexts);
  if (!error) return null;
  const missing = error instanceof ApiProblem && error.code === 'not-ready' ? error.fields : [];
  return (
    <Notice tone="danger">
      {missing.length > 0 ? (
        <>
          <b>{t('life.missing')}</b>
          <ul className={styles.missing}>
            {missing.map(({ path, message }, index) => {
              const id = activityAt(path, version);
              return (
                <li key={`${path} ${index}`}>
                  {id === undefined ? (
                    message
                  ) : (
                    <Link to={`?activity=${id}`} onClick={onFollow}>
                      {message}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      ) : (
        problemText(error)
      )}
    </Notice>
  );
}

/** `activities.3` is the fourth of the version. */
function activityAt(path: string, version: Props['version']): string | undefined {
  const place = /^activities\.(\d+)$/.exec(path)?.[1];
  return place === undefined ? undefined : version?.activities?.[Number(place)]?.id;
}
