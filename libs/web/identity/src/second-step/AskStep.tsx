import type { SecondFactor } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useShowPasskey } from '../api/passkeys.js';
import { useShowCode } from '../api/second-factor.js';
import { identityTexts } from '../texts.js';
import { secondStepTexts } from '../texts/second-step.js';
import { codeProblem } from './code-problem.js';
import { passkeyProblem } from './passkey-problem.js';
import styles from './second-step.module.css';

/** Asks for what somebody has; a passkey first, because it is one touch. */
export function AskStep({ mine, signOut }: { mine: SecondFactor; signOut: React.ReactNode }) {
  const { t } = useTexts(secondStepTexts);
  const { t: identity } = useTexts(identityTexts);
  const passkey = useShowPasskey();
  const show = useShowCode();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (code.trim()) show.mutate(code);
  };
  return (
    <div className={styles.ways}>
      {mine.passkeys.length > 0 && (
        <div className={styles.way}>
          {passkey.error && <Notice tone="danger">{passkeyProblem(passkey.error, t)}</Notice>}
          <FormActions>
            <Button variant="main" busy={passkey.isPending} onClick={() => passkey.mutate()}>
              {t('ask.passkey')}
            </Button>
          </FormActions>
        </div>
      )}
      <div className={styles.way}>
        <Form onSubmit={submit} label={t('ask.title')}>
          <TextField
            label={t('ask.code')}
            hint={t('ask.codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            maxLength={40}
            onChange={(event) => setCode(event.target.value)}
            error={tried && !code.trim() ? t('ask.codeMissing') : codeProblem(show.error, identity)}
          />
          <FormActions>
            <Button type="submit" variant={mine.passkeys.length > 0 ? 'usual' : 'main'} busy={show.isPending}>
              {t('ask.submit')}
            </Button>
            {signOut}
          </FormActions>
        </Form>
        <p>{t('ask.lost')}</p>
      </div>
    </div>
  );
}
