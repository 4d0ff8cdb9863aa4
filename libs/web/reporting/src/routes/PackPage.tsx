import { usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { packTexts } from '../pack/pack-texts.js';
import styles from '../pack/pack.module.css';
import { PackForm } from '../pack/PackForm.js';

const CONTENTS = ['summary', 'standing', 'evidence', 'certificates', 'records', 'manifest'] as const;

/** Makes an audit pack, and says what will be in it. */
export function PackPage() {
  const { t } = useTexts(packTexts);
  usePageTitle(t('title'));
  return (
    <Page width="wide">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={styles.page}>
        <PackForm />
        <section className={styles.holds} aria-labelledby="pack-holds">
          <h2 id="pack-holds">{t('holds')}</h2>
          <ul>
            {CONTENTS.map((key) => (
              <li key={key}>{t(`contents.${key}`)}</li>
            ))}
          </ul>
          <p>{t('check')}</p>
        </section>
      </div>
    </Page>
  );
}
