import type { ImportKindName } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useId } from 'react';
import { importTexts } from '../texts.js';
import styles from '../imports.module.css';

interface Props {
  kinds: readonly ImportKindName[];
  value: ImportKindName;
  onChange: (kind: ImportKindName) => void;
}

/** What the file brings in. */
export function KindChoice({ kinds, value, onChange }: Props) {
  const { t } = useTexts(importTexts);
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('new.what')}</legend>
      {kinds.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input type="radio" name={name} checked={kind === value} onChange={() => onChange(kind)} />
          <span>
            <b>{t(`kind.${kind}`)}</b>
            <span className={styles.quiet}>{t(`kindText.${kind}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
