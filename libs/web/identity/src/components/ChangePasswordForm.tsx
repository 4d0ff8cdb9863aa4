import { fieldProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, PasswordField } from '@lms/web-ui';
import { useState } from 'react';
import { useChangePassword } from '../api/change-password.js';
import { identityTexts } from '../texts.js';
import { NewPasswordField } from './NewPasswordField.js';
import { shortestPassword } from './password-length.js';

/** The current password and a new one. */
export function ChangePasswordForm({
  label,
  submitText,
  onDone,
}: {
  label: string;
  submitText: string;
  onDone: () => void;
}) {
  const { t } = useTexts(identityTexts);
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const short = password.length < shortestPassword;

  const submit = () => {
    setTried(true);
    if (!current || short) return;
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent('');
          setPassword('');
          setTried(false);
          onDone();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} label={label}>
      {change.error && <Notice tone="danger">{problemText(change.error)}</Notice>}
      <PasswordField
        label={t('password.current')}
        autoComplete="current-password"
        showText={t('password.show')}
        hideText={t('password.hide')}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={tried && !current ? t('signIn.passwordMissing') : fieldProblem(change.error, 'current')}
      />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        error={tried && short ? t('password.tooShort') : fieldProblem(change.error, 'password')}
      />
      <FormActions>
        <Button type="submit" variant="main" busy={change.isPending}>
          {submitText}
        </Button>
      </FormActions>
    </Form>
  );
}
