import type { PublicCertificate } from '@lms/contracts';
import { showCertificateCode } from '@lms/domain';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { Icon, Notice } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordsTexts } from '../texts.js';
import styles from './CertificateSign.module.css';

const icons = { valid: 'tick', expired: 'clock', revoked: 'close' } as const;

/** What a certificate is worth today, on a sign; then its dates and nothing more. */
export function CertificateSign({ certificate, another }: { certificate: PublicCertificate; another: ReactNode }) {
  const { t } = useTexts(recordsTexts);
  const { state, renewed } = certificate;
  return (
    <>
      <div className={styles.sign} data-state={state}>
        <div className={styles.inner}>
          <p className={styles.state}>
            <Icon name={icons[state]} />
            {t(`verify.${state}`)}
          </p>
          <h1>{certificate.courseTitle}</h1>
          <p className={styles.holder}>{certificate.holderName ?? t('verify.hidden')}</p>
        </div>
      </div>
      <dl className={styles.facts}>
        <dt>{t('verify.completed')}</dt>
        <dd>{formatDay(certificate.completedOn)}</dd>
        {/* What was taken back holds to no day. */}
        {state !== 'revoked' && (
          <>
            <dt>{t('verify.until')}</dt>
            <dd>{certificate.validUntil ? formatDay(certificate.validUntil) : t('verify.forLife')}</dd>
          </>
        )}
        <dt>{t('verify.serial')}</dt>
        <dd>{showCertificateCode(certificate.code)}</dd>
        <dt>{t('verify.checked')}</dt>
        <dd>{formatDay(certificate.checkedOn)}</dd>
      </dl>
      <div className={styles.notices}>
        {state === 'revoked' && <Notice tone="danger">{t('verify.revokedText')}</Notice>}
        {renewed && (
          <Notice tone="good">
            {t('verify.renewed', { day: formatDay(renewed.on) })}{' '}
            <Link to={paths.verifyCode(renewed.code)}>{t('verify.renewedLink')}</Link>
          </Notice>
        )}
      </div>
      <p className={styles.another} data-paper="no">
        {another}
      </p>
      <p className={styles.note}>{t('verify.note')}</p>
    </>
  );
}
