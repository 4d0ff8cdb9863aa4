import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { audienceQuery } from '../api/audiences.js';
import { useCreateRule } from '../api/change-rule.js';
import { audiencePath } from '../audience/audience-links.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** A rule begins with its name, and with a saved audience where the address names one. */
export function NewRule({ audienceId, onClose }: { audienceId: string | null; onClose: () => void }) {
  const { t } = useTexts(ruleTexts);
  const navigate = useNavigate();
  const create = useCreateRule();
  const asked = audienceQuery(audienceId ?? '');
  const { data: audience, error: gone } = useQuery({
    ...asked,
    queryFn: audienceId ? asked.queryFn : skipToken,
    throwOnError: false,
  });
  const [name, setName] = useState('');
  const submit = () => {
    const request = { name: name.trim(), audienceId: gone ? null : audienceId };
    if (request.name) create.mutate(request, { onSuccess: ({ id }) => void navigate(paths.rule(id)) });
  };
  return (
    <div className={styles.naming}>
      <Form onSubmit={submit} label={t('list.new')}>
        {audience && (
          <p>
            {t('list.beginsWith')} <Link to={audiencePath(audience.id)}>{audience.name}</Link>:{' '}
            {t('list.everyone', { words: audience.words })}
          </p>
        )}
        {gone && <Notice>{t('list.audienceGone')}</Notice>}
        <TextField
          label={t('list.name')}
          hint={t('list.nameHint')}
          value={name}
          maxLength={120}
          autoFocus
          error={create.error ? problemText(create.error) : null}
          onChange={(event) => setName(event.target.value)}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={create.isPending}>
            {t('list.create')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
