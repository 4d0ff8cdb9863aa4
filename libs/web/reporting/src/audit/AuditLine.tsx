import type { AuditItem } from '@lms/contracts';
import { formatTime, useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { useId } from 'react';
import { actionInWords } from './action-words.js';
import { auditTexts } from './audit-texts.js';
import styles from './audit.module.css';
import { AuditDetails } from './AuditDetails.js';
import type { AuditAddress } from './use-audit-filter.js';

/** One entry: a sentence that opens what changed. */
export function AuditLine({ item, address }: { item: AuditItem; address: AuditAddress }) {
  const { t } = useTexts(auditTexts);
  const id = useId();
  const open = address.open === item.id;
  const who = item.by?.name ?? t('system');
  return (
    <li className={styles.entry} data-open={open || undefined}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => address.write({ entry: open ? undefined : item.id }, { replace: true })}
      >
        <span className={styles.chevron}>
          <Icon name="onward" size={16} />
        </span>
        <span className={styles.what}>
          <b>{actionInWords(item.action)}</b>
          {item.target?.name && <span>{item.target.name}</span>}
        </span>
        <span className={styles.who}>
          <time dateTime={item.at}>{formatTime(item.at)}</time>
          <span>{who}</span>
        </span>
      </button>
      <div id={id} hidden={!open} className={styles.details}>
        {open && <AuditDetails item={item} address={address} />}
      </div>
    </li>
  );
}
