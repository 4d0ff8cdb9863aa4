import { can, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { packTexts } from '../pack/pack-texts.js';
import styles from '../pack/pack.module.css';
import { PackForm } from '../pack/PackForm.js';

const CONTENTS = ['summary', 'standing', 'evidence', 'certificates', 'records', 'manifest'] as const;
const OWN = ['summary', 'standingOwn', 'evidenceOwn', 'certificatesOwn', 'manifest'] as const;

/** Makes an audit pack, and says what will be in it: for a coordinator what an employer may see. */
export function PackPage() {
  const { t } = useTexts(packTexts);
  const whole = can(useMe(), 'rules.read');
  usePageTitle(t('title'));
  return (
    <Page width="wide">
      <PageHeader title={t('title')} lead={t(whole ? 'lead' : 'leadOwn')} />
      <div className={styles.page}>
        <PackForm whole={whole} />
        <section className={styles.holds} aria-labelledby="pack-holds">
          <h2 id="pack-holds">{t('holds')}</h2>
          <ul>
            {(whole ? CONTENTS : OWN).map((key) => (
              <li key={key}>{t(`contents.${key}`)}</li>
            ))}
          </ul>
          <p>{t('check')}</p>
        </section>
      </div>
    </Page>
  );
}
