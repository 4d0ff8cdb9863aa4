import { useTexts } from '@lms/web-platform';
import { PasswordField } from '@lms/web-ui';
import { identityTexts } from '../texts.js';
import { shortestPassword } from './password-length.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
}

/** A password to be chosen. Length is what makes it hard to guess, so length is all that is asked and shown. */
export function NewPasswordField({ value, onChange, error }: Props) {
  const { t } = useTexts(identityTexts);
  const missing = shortestPassword - value.length;
  const hint =
    value === ''
      ? t('password.hint')
      : missing > 0
        ? t('password.more', { count: missing })
        : t(value.length >= 16 ? 'password.strong' : 'password.long');
  return (
    <PasswordField
      label={t('password.new')}
      autoComplete="new-password"
      showText={t('password.show')}
      hideText={t('password.hide')}
      hint={<span role="status">{hint}</span>}
      error={error}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
