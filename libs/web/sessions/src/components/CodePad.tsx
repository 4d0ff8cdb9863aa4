import { useTexts } from '@lms/web-platform';
import { FieldShell, Icon } from '@lms/web-ui';
import { checkInTexts } from '../texts/check-in.js';
import styles from './CodePad.module.css';

export const CODE_LENGTH = 6;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface Props {
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}

/** Six digits by large keys, or by the keyboard where there is one: the device's own keys would hide the page. */
export function CodePad({ value, error, onChange }: Props) {
  const { t } = useTexts(checkInTexts);
  const put = (text: string) => onChange(text.replaceAll(/\D/g, '').slice(0, CODE_LENGTH));
  const key = (digit: string) => (
    <button key={digit} type="button" aria-label={t('key', { digit })} onClick={() => put(value + digit)}>
      {digit}
    </button>
  );
  return (
    <div className={styles.pad}>
      <FieldShell label={t('code')} error={error}>
        {(ids) => (
          <input
            {...ids}
            className={styles.code}
            type="text"
            inputMode="none"
            autoComplete="one-time-code"
            value={value}
            onChange={({ target }) => put(target.value)}
          />
        )}
      </FieldShell>
      <div className={styles.keys} role="group" aria-label={t('keys')}>
        {DIGITS.map(key)}
        <button type="button" data-quiet onClick={() => onChange('')}>
          {t('clear')}
        </button>
        {key('0')}
        <button type="button" data-quiet aria-label={t('back')} onClick={() => onChange(value.slice(0, -1))}>
          <Icon name="back" size={28} />
        </button>
      </div>
    </div>
  );
}
