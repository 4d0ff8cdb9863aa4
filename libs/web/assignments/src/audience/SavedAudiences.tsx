import type { Audience, AudiencePredicate, Created } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { audiencesQuery } from '../api/audiences.js';
import { useSaveAudience } from '../api/change-rule.js';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import { samePredicate } from './audience-draft.js';
import styles from './audience.module.css';

interface Props {
  predicate: AudiencePredicate;
  audienceId: string | null;
  onPick: (audience: Audience) => void;
  /** What is written here was saved as another audience. */
  onSaved: (audienceId: string) => void;
}

/** Begins with an audience that was saved before, or saves this one for others. */
export function SavedAudiences({ predicate, audienceId, onPick, onSaved }: Props) {
  const { t } = useTexts(ruleTexts);
  const { data } = useQuery(audiencesQuery());
  const save = useSaveAudience();
  const [name, setName] = useState<string | null>(null);
  const saved = data?.items ?? [];
  const pick = (id: string) => {
    const audience = saved.find((one) => one.id === id);
    if (audience) onPick(audience);
  };
  const picked = saved.find(({ id }) => id === audienceId);
  const since = picked && !samePredicate(picked.predicate, predicate) ? picked : null;
  const keep = () => {
    const called = name?.trim() ?? '';
    if (!called) return;
    const done = ({ id }: Created) => {
      onSaved(id);
      toast(t('audience.saveDone', { name: called }));
      setName(null);
    };
    save.mutate({ name: called, predicate }, { onSuccess: done });
  };
  return (
    <div className={styles.saved}>
      {saved.length > 0 && (
        <SelectField
          label={t('audience.saved')}
          value={picked?.id ?? ''}
          options={[
            { value: '', label: t('audience.savedNone') },
            ...saved.map((audience) => ({ value: audience.id, label: audience.name })),
          ]}
          onChange={pick}
        />
      )}
      {since && (
        <Notice>
          <p>{t('audience.savedSince', { words: since.words })}</p>
          <Button size="small" onClick={() => onPick(since)}>
            {t('audience.savedTake')}
          </Button>
        </Notice>
      )}
      {name === null ? (
        <div>
          <Button variant="quiet" onClick={() => setName('')}>
            {t('audience.save')}
          </Button>
        </div>
      ) : (
        <div className={styles.adding}>
          <TextField
            label={t('audience.saveName')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <Button busy={save.isPending} onClick={keep}>
            {t('audience.save')}
          </Button>
        </div>
      )}
      {save.error && <Notice tone="danger">{problemText(save.error)}</Notice>}
    </div>
  );
}
