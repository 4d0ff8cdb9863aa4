import { useTexts } from '@lms/web-platform';
import { Button, SelectField, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { auditChoicesQuery } from '../api/audit.js';
import { nounOf } from './action-words.js';
import { auditTexts } from './audit-texts.js';
import styles from './audit.module.css';
import type { AuditAddress } from './use-audit-filter.js';

/** What narrows the log down. On a phone the fields fold away. */
export function AuditFilters({ address }: { address: AuditAddress }) {
  const { t } = useTexts(auditTexts);
  const { data } = useQuery(auditChoicesQuery());
  const id = useId();
  const [folded, setFolded] = useState(true);
  const { filter, write } = address;
  const whats = [...(data?.whats ?? [])].map((what) => ({ value: what, label: nounOf(what) }));
  return (
    <>
      <div className={styles.toggle}>
        <Button aria-expanded={!folded} aria-controls={id} onClick={() => setFolded(!folded)}>
          {t('filters')}
        </Button>
      </div>
      <div id={id} className={styles.filters} data-folded={folded || undefined}>
        <SelectField
          label={t('what')}
          none={t('anything')}
          options={whats.sort((a, b) => a.label.localeCompare(b.label))}
          value={filter.what ?? ''}
          onChange={({ target }) => write({ what: target.value, entry: undefined })}
        />
        <TextField
          type="date"
          label={t('from')}
          value={filter.from ?? ''}
          max={filter.until}
          onChange={({ target }) => write({ from: target.value }, { replace: true })}
        />
        <TextField
          type="date"
          label={t('until')}
          value={filter.until ?? ''}
          min={filter.from}
          onChange={({ target }) => write({ until: target.value }, { replace: true })}
        />
        {address.narrowed && (
          <div className={styles.clear}>
            <Button variant="quiet" onClick={address.clear}>
              {t('clear')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
