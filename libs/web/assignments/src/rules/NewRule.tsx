import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCreateRule } from '../api/change-rule.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** A rule begins with its name. */
export function NewRule({ onClose }: { onClose: () => void }) {
  const { t } = useTexts(ruleTexts);
  const navigate = useNavigate();
  const create = useCreateRule();
  const [name, setName] = useState('');
  const submit = () => {
    if (name.trim()) create.mutate(name.trim(), { onSuccess: ({ id }) => void navigate(paths.rule(id)) });
  };
  return (
    <div className={styles.naming}>
      <Form onSubmit={submit} label={t('list.new')}>
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
