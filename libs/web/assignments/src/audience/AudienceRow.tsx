import type { Audience } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Hidden, Notice, Row, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDeleteAudience, useRenameAudience } from '../api/change-audience.js';
import { audienceTexts } from '../texts/audiences.js';
import { audiencePath } from './audience-links.js';
import styles from './audience.module.css';

/** One saved audience. What a rule uses cannot be deleted, so that is not offered. */
export function AudienceRow({ audience, write }: { audience: Audience; write: boolean }) {
  const { t } = useTexts(audienceTexts);
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const { name, words, ownerName, rules } = audience;
  const button = (what: 'rename' | 'delete') => (
    <Button size="small" variant={what === 'rename' ? 'usual' : 'quiet'} onClick={() => setDoing(what)}>
      {t(what)}
      <Hidden> {name}</Hidden>
    </Button>
  );
  const close = () => setDoing(null);
  return (
    <Row
      title={<Link to={audiencePath(audience.id)}>{name}</Link>}
      detail={
        <div className={styles.facts}>
          <p>{t('everyone', { words })}</p>
          <p>
            {rules.length === 0 ? t('unused') : <UsedBy rules={rules} />} {t('owner', { name: ownerName })}
          </p>
          {doing === 'rename' && <Rename audience={audience} onClose={close} />}
          {doing === 'delete' && <Delete audience={audience} onClose={close} />}
        </div>
      }
      action={
        write &&
        doing === null && (
          <div className={styles.actions}>
            {button('rename')}
            {rules.length === 0 && button('delete')}
          </div>
        )
      }
    />
  );
}

function UsedBy({ rules }: { rules: Audience['rules'] }) {
  const { t } = useTexts(audienceTexts);
  return (
    <>
      {t('usedBy')}{' '}
      {rules.map(({ id, name }, n) => (
        <span key={id}>
          {n > 0 && ', '}
          <Link to={paths.rule(id)}>{name}</Link>
        </span>
      ))}
      .
    </>
  );
}

function Rename({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const { t } = useTexts(audienceTexts);
  const rename = useRenameAudience(audience);
  const [name, setName] = useState(audience.name);
  const submit = () => {
    const called = name.trim();
    const done = () => {
      toast(t('saved', { name: called }));
      onClose();
    };
    if (called) rename.mutate(called, { onSuccess: done });
  };
  return (
    <Form onSubmit={submit} label={t('rename')}>
      <TextField
        label={t('name')}
        value={name}
        maxLength={120}
        autoFocus
        error={rename.error ? problemText(rename.error) : null}
        onChange={(event) => setName(event.target.value)}
      />
      <FormActions>
        <Button type="submit" variant="main" busy={rename.isPending}>
          {t('save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Delete({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const { t } = useTexts(audienceTexts);
  const remove = useDeleteAudience(audience);
  const go = () => remove.mutate(undefined, { onSuccess: () => toast(t('deleted', { name: audience.name })) });
  return (
    <>
      <p>{t('deleteAsk')}</p>
      {remove.error && <Notice tone="danger">{problemText(remove.error)}</Notice>}
      <FormActions>
        <Button variant="danger" busy={remove.isPending} onClick={go}>
          {t('delete')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('keep')}
        </Button>
      </FormActions>
    </>
  );
}
