import { fieldProblem, meQuery, problemText, safeNext, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useFirstPassword } from '../api/first-password.js';
import { useSignOut } from '../api/sign-out.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { shortestPassword } from '../components/password-length.js';
import { identityTexts } from '../texts.js';

/** The first thing for somebody whose password was given to them. */
export function ChoosePasswordPage() {
  const { t } = useTexts(identityTexts);
  const [search] = useSearchParams();
  const me = useQuery(meQuery());
  const choose = useFirstPassword();
  const signOut = useSignOut('here');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  if (me.data && !me.data.mustChangePassword) return <Navigate to={safeNext(search.get('next'))} replace />;

  const short = password.length < shortestPassword;
  const submit = () => {
    setTried(true);
    if (!short) choose.mutate(password, { onSuccess: () => toast(t('choose.saved')) });
  };
  const refused = fieldProblem(choose.error, 'password');
  return (
    <OutsidePage title={t('choose.title')} lead={t('choose.lead')}>
      <Form onSubmit={submit} label={t('choose.title')}>
        {choose.error && !refused && <Notice tone="danger">{problemText(choose.error)}</Notice>}
        <NewPasswordField
          value={password}
          onChange={setPassword}
          error={tried && short ? t('password.tooShort') : refused}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={choose.isPending}>
            {t('choose.submit')}
          </Button>
          <Button variant="quiet" busy={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('choose.signOut')}
          </Button>
        </FormActions>
      </Form>
    </OutsidePage>
  );
}
