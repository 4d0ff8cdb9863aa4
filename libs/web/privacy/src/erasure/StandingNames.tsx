import type { ErasurePreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Row, Rows } from '@lms/web-ui';
import { Link } from 'react-router';
import styles from '../shared/shared.module.css';
import { personTexts } from '../texts/person.js';
import { thingPath } from './thing-paths.js';

/** Where the name stands in what others called things, to be put right before it is erased. */
export function StandingNames({ standing }: Pick<ErasurePreview, 'standing'>) {
  const { t } = useTexts(personTexts);
  if (standing.length === 0) return <p className={styles.quiet}>{t('erase.standing.none')}</p>;
  return (
    <div className={styles.part}>
      <h3 id="standing-names">{t('erase.standing.title', { count: standing.length })}</h3>
      <p className={styles.quiet}>{t('erase.standing.lead')}</p>
      <Rows labelledBy="standing-names">
        {standing.map((thing) => (
          <Row
            key={`${thing.kind} ${thing.id}`}
            title={<Link to={thingPath(thing)}>{thing.words}</Link>}
            detail={t('erase.standing.detail', {
              kind: t(`erase.thing.${thing.kind}`),
              how: t(thing.whole ? 'erase.standing.whole' : 'erase.standing.family'),
            })}
          />
        ))}
      </Rows>
    </div>
  );
}
