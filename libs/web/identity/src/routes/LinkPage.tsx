import type { LinkInfo } from '@lms/contracts';
import { fieldProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { linkQuery, useLink } from '../api/link.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { shortestPassword } from '../components/password-length.js';
import { identityTexts } from '../texts.js';

/** A one-time link, `/link#<token>`: what follows the # is never sent to a server, so no log keeps it. */
export function LinkPage() {
  const { t } = useTexts(identityTexts);
  const token = useLocation().hash.slice(1);
  const { data: link, isPending } = useQuery({ ...linkQuery(token), enabled: token !== '' });

  if (token !== '' && isPending) return null;
  if (!link)
    return (
      <OutsidePage title={t('link.gone')} lead={t('link.goneText')}>
        <LinkButton variant="main" to={paths.forgotten}>
          {t('link.askAgain')}
        </LinkButton>
      </OutsidePage>
    );
  return <ChoosePassword token={token} link={link} />;
}

function ChoosePassword({ token, link }: { token: string; link: LinkInfo }) {
  const { t } = useTexts(identityTexts);
  const use = useLink(token);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);

  if (use.isSuccess) return <Navigate to={paths.today} replace />;

  const short = password.length < shortestPassword;
  const submit = () => {
    setTried(true);
    if (!short) use.mutate(password);
  };
  const lead = t(link.kind === 'reset' ? 'link.reset' : 'link.invitation', { name: link.personName });
  return (
    <OutsidePage title={t('link.title')} lead={lead}>
      <Form onSubmit={submit} label={t('link.title')}>
        {use.error && <Notice tone="danger">{problemText(use.error)}</Notice>}
        <p>{t('link.signInName', { name: link.signInName })}</p>
        {/* Lets the browser's password store know whose password this is. */}
        <input type="hidden" autoComplete="username" value={link.signInName} readOnly />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          error={tried && short ? t('password.tooShort') : fieldProblem(use.error, 'password')}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={use.isPending}>
            {t('link.submit')}
          </Button>
        </FormActions>
      </Form>
    </OutsidePage>
  );
}
