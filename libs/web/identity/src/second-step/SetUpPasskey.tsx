import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useAddPasskey } from '../api/passkeys.js';
import { secondStepTexts } from '../texts/second-step.js';
import { passkeyProblem } from './passkey-problem.js';
import styles from './second-step.module.css';

/** A key that the device keeps, with a name by which its owner knows it. */
export function SetUpPasskey({ onAdded }: { onAdded: (codes: readonly string[]) => void }) {
  const { t } = useTexts(secondStepTexts);
  const add = useAddPasskey();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim()) add.mutate(name.trim(), { onSuccess: ({ codes }) => onAdded(codes) });
  };
  return (
    <section className={styles.way} aria-label={t('passkey.title')}>
      <h2>{t('passkey.title')}</h2>
      <p>{t('passkey.text')}</p>
      {browserSupportsWebAuthn() ? (
        <Form onSubmit={submit} label={t('passkey.title')}>
          {add.error && <Notice tone="danger">{passkeyProblem(add.error, t)}</Notice>}
          <TextField
            label={t('passkey.name')}
            hint={t('passkey.nameHint')}
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={tried && !name.trim() ? t('passkey.nameMissing') : null}
          />
          <FormActions>
            <Button type="submit" busy={add.isPending}>
              {t('passkey.add')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Notice>{t('passkey.none')}</Notice>
      )}
    </section>
  );
}
