import type { EvidenceItem } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { assessTexts } from '../assess/texts.js';
import styles from './EvidenceFacts.module.css';

/** What was typed, as a list of facts. */
export function EvidenceFacts({ item }: { item: EvidenceItem }) {
  const { t } = useTexts(assessTexts);
  const facts: [string, string][] = [
    [t('evidence.issuer'), item.issuer],
    ...(item.number ? [[t('evidence.number'), item.number] satisfies [string, string]] : []),
    [t('evidence.issuedOn'), formatDay(item.check?.issuedOn ?? item.issuedOn)],
    [t('evidence.expiresOn'), expiryOf(item)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

  function expiryOf({ check, expiresOn }: EvidenceItem): string {
    const date = check ? check.expiresOn : expiresOn;
    return date ? formatDay(date) : t('evidence.expiresNone');
  }
}
