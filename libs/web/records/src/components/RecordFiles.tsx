import { paths, useTexts } from '@lms/web-platform';
import { Icon, LinkButton, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { recordsTexts } from '../texts.js';
import styles from './RecordFiles.module.css';

/** The record as files. The chain itself is for whoever sees all of it. */
export function RecordFiles({ personId, whole }: { personId: string | null; whole: boolean }) {
  const { t } = useTexts(recordsTexts);
  const base = `/api/v1${personId ? `/people/${personId}` : '/my'}/record`;
  const kinds = whole ? (['pdf', 'csv', 'json'] as const) : (['pdf', 'csv'] as const);
  return (
    <div data-paper="no">
      <Section
        title={t('files.title')}
        aside={personId === null ? <Link to={paths.myData}>{t('files.everything')}</Link> : undefined}
      >
        {whole && <p className={styles.text}>{t('files.text')}</p>}
        <div className={styles.files}>
          {kinds.map((kind) => (
            <LinkButton key={kind} to={`${base}.${kind}`} reloadDocument download>
              <Icon name="download" />
              {t(`files.${kind}`)}
            </LinkButton>
          ))}
        </div>
      </Section>
    </div>
  );
}
