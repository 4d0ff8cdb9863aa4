import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { useForgotten } from '../api/forgotten.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { identityTexts } from '../texts.js';

/** Asking for a link to choose a new password. The answer does not tell whether the name is known. */
export function ForgottenPage() {
  const { t } = useTexts(identityTexts);
  const forgotten = useForgotten();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const back = <Link to={paths.signIn()}>{t('forgotten.back')}</Link>;

  if (forgotten.isSuccess)
    return (
      <OutsidePage title={t('forgotten.sentTitle')} lead={t('forgotten.sent', { name: name.trim() })}>
        <Notice>{t('forgotten.noEmail')}</Notice>
        <p>{back}</p>
      </OutsidePage>
    );

  const submit = () => {
    setTried(true);
    if (name.trim()) forgotten.mutate(name.trim());
  };
  return (
    <OutsidePage title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <Form onSubmit={submit} label={t('forgotten.title')}>
        {forgotten.error && <Notice tone="danger">{problemText(forgotten.error)}</Notice>}
        <TextField
          label={t('signIn.name')}
          hint={t('forgotten.noEmail')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={tried && !name.trim() ? t('signIn.nameMissing') : null}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={forgotten.isPending}>
            {t('forgotten.submit')}
          </Button>
          {back}
        </FormActions>
      </Form>
    </OutsidePage>
  );
}
