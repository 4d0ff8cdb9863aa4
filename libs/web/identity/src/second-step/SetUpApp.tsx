import type { AppSetUp } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, QrCode, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useBeginApp, useConfirmApp } from '../api/second-factor.js';
import { identityTexts } from '../texts.js';
import { secondStepTexts } from '../texts/second-step.js';
import { codeProblem } from './code-problem.js';
import styles from './second-step.module.css';

interface Props {
  /** Answers the recovery codes; none where there were some already. */
  onAdded: (codes: readonly string[]) => void;
}

/** A secret for the app, then a code of it: only then does it count. */
export function SetUpApp({ onAdded }: Props) {
  const { t } = useTexts(secondStepTexts);
  const begin = useBeginApp();
  return (
    <section className={styles.way} aria-label={t('app.title')}>
      <h2>{t('app.title')}</h2>
      <p>{t('app.text')}</p>
      {begin.error && <Notice tone="danger">{problemText(begin.error)}</Notice>}
      {begin.data ? (
        <Check setUp={begin.data} onAdded={onAdded} onCancel={begin.reset} />
      ) : (
        <FormActions>
          <Button busy={begin.isPending} onClick={() => begin.mutate()}>
            {t('app.begin')}
          </Button>
        </FormActions>
      )}
    </section>
  );
}

function Check({ setUp, onAdded, onCancel }: Props & { setUp: AppSetUp; onCancel: () => void }) {
  const { t } = useTexts(secondStepTexts);
  const { t: identity } = useTexts(identityTexts);
  const confirm = useConfirmApp();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (code.trim()) confirm.mutate(code, { onSuccess: ({ codes }) => onAdded(codes) });
  };
  return (
    <>
      <div className={styles.scan}>
        <QrCode text={setUp.uri} className={styles.code} />
        <p>
          {t('app.scan')}. {t('app.type')}
          <span className={styles.secret}>{setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </p>
      </div>
      <Form onSubmit={submit} label={t('app.title')}>
        <TextField
          label={t('app.code')}
          hint={t('app.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={tried && !code.trim() ? t('ask.codeMissing') : codeProblem(confirm.error, identity)}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={confirm.isPending}>
            {t('app.confirm')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
