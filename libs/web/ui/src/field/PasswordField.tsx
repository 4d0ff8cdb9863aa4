import { useState, type InputHTMLAttributes } from 'react';
import { Icon } from '../icons/Icon.js';
import { FieldShell, type FieldTexts } from './FieldShell.js';
import styles from './Field.module.css';

type Props = FieldTexts &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'type'> & {
    autoComplete: 'current-password' | 'new-password';
    showText: string;
    hideText: string;
  };

/** A password that can be shown while it is typed. */
export function PasswordField({ label, hint, error, showText, hideText, ...input }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <FieldShell label={label} hint={hint} error={error}>
      {(ids) => (
        <div className={styles.together}>
          <input
            {...input}
            {...ids}
            type={shown ? 'text' : 'password'}
            className={styles.input}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className={styles.reveal} aria-controls={ids.id} onClick={() => setShown(!shown)}>
            <Icon name={shown ? 'hide' : 'show'} />
            {shown ? hideText : showText}
          </button>
        </div>
      )}
    </FieldShell>
  );
}
