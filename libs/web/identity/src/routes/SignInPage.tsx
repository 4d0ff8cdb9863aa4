import { meQuery, paths, safeNext, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, PasswordField, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSignIn } from '../api/sign-in.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { signInProblem } from '../components/sign-in-problem.js';
import { identityTexts } from '../texts.js';

/** Signing in, and then on to where the person wanted to go. */
export function SignInPage() {
  const { t } = useTexts(identityTexts);
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  // Whoever cannot be recognised can still sign in.
  const me = useQuery({ ...meQuery(), throwOnError: false });
  const signIn = useSignIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);

  if (me.data) return <Navigate to={next} replace />;

  const submit = () => {
    setTried(true);
    if (name.trim() && password) signIn.mutate({ name: name.trim(), password });
  };
  return (
    <OutsidePage title={t('signIn.title')} lead={next === '/' ? t('signIn.lead') : t('signIn.ended')}>
      <Form onSubmit={submit} label={t('signIn.title')}>
        {signIn.error && <Notice tone="danger">{signInProblem(signIn.error, t)}</Notice>}
        <TextField
          label={t('signIn.name')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={tried && !name.trim() ? t('signIn.nameMissing') : null}
        />
        <PasswordField
          label={t('password.label')}
          autoComplete="current-password"
          showText={t('password.show')}
          hideText={t('password.hide')}
          hint={t('signIn.cardHint')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={tried && !password ? t('signIn.passwordMissing') : null}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <Link to={paths.forgotten}>{t('signIn.forgotten')}</Link>
        </FormActions>
      </Form>
    </OutsidePage>
  );
}
