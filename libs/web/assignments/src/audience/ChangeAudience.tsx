import type { Audience } from '@lms/contracts';
import { isProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, TextField, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { audienceQuery } from '../api/audiences.js';
import { useChangeAudience } from '../api/change-audience.js';
import styles from '../rules/rules.module.css';
import { useNames } from '../rules/use-names.js';
import { audienceTexts } from '../texts/audiences.js';
import { ruleTexts } from '../texts/rules.js';
import {
  type AudienceDraft,
  draftOf,
  forgetDraft,
  keepDraft,
  keptDraft,
  mergeDrafts,
  sameParts,
} from './audience-draft.js';
import { AudienceBuilder } from './AudienceBuilder.js';
import { asGroup, isUnfinished, wholeAudience } from './edit-tree.js';
import { LiveCount } from './LiveCount.js';
import { WhoChanges } from './WhoChanges.js';

/** Another name, and whom it names: counted and named while it is written, kept on the device until it is saved. */
export function ChangeAudience({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const { t } = useTexts(audienceTexts);
  const { t: rules } = useTexts(ruleTexts);
  const client = useQueryClient();
  const { personId } = useMe();
  const { id } = audience;
  const [kept] = useState(() => keptDraft(id, personId));
  const [draft, setDraft] = useState<AudienceDraft>(() => kept ?? draftOf(audience));
  const [base, setBase] = useState<AudienceDraft>(() => kept?.from ?? draftOf(audience));
  const [theirs, setTheirs] = useState<Audience | null>(null);
  const save = useChangeAudience(id);
  const naming = useNames([...audience.names, ...(theirs?.names ?? [])]);
  const whole = wholeAudience(draft.predicate);
  const conflict = isProblem(save.error, 'changed-meanwhile');
  const change = (part: Partial<AudienceDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(id, personId, { ...next, from: base });
  };
  /** Goes on from what somebody else saved. */
  const goOnWith = (next: AudienceDraft, from: Audience | null) => {
    const begun = from ? draftOf(from) : base;
    setBase(begun);
    setDraft({ ...next, version: begun.version });
    keepDraft(id, personId, { ...next, version: begun.version, from: begun });
    setTheirs(null);
    save.reset();
  };
  const beginAgain = () => {
    forgetDraft(id, personId);
    setBase(draftOf(audience));
    setDraft(draftOf(audience));
  };
  const done = () => {
    forgetDraft(id, personId);
    toast(t('changed'));
    onClose();
  };
  const refused = async (error: unknown) => {
    if (isProblem(error, 'changed-meanwhile')) {
      setTheirs(await client.fetchQuery({ ...audienceQuery(id), staleTime: 0 }));
    }
  };
  const submit = () => {
    const name = draft.name.trim();
    if (!name || theirs) return;
    save.mutate(
      { name, predicate: whole, version: draft.version },
      { onSuccess: done, onError: (error) => void refused(error) },
    );
  };
  const nameError = draft.name.trim() ? null : t('nameMissing');
  return (
    <Form onSubmit={submit} label={t('change')}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Notice>{t('copies')}</Notice>
          {kept && draft !== base && !theirs && !save.isPending && !sameParts(draft, draftOf(audience)) && (
            <Notice>
              <p>{t('kept')}</p>
              <FormActions>
                <Button size="small" onClick={beginAgain}>
                  {t('beginAgain')}
                </Button>
              </FormActions>
            </Notice>
          )}
          {theirs && (
            <Notice tone="danger">
              <p>{t('conflict.title')}</p>
              <p>{t('conflict.theirs', { name: theirs.name, words: theirs.words })}</p>
              <FormActions>
                <Button size="small" onClick={() => goOnWith(draftOf(theirs), theirs)}>
                  {t('conflict.take')}
                </Button>
                <Button size="small" onClick={() => goOnWith(mergeDrafts(base, draft, theirs), theirs)}>
                  {t('conflict.keep')}
                </Button>
              </FormActions>
            </Notice>
          )}
          <TextField
            label={t('name')}
            value={draft.name}
            maxLength={120}
            error={nameError}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Section title={t('who')}>
            <AudienceBuilder
              group={asGroup(draft.predicate)}
              naming={naming}
              onChange={(predicate) => change({ predicate })}
            />
            {isUnfinished(draft.predicate) && <p className={styles.quiet}>{rules('page.incomplete')}</p>}
          </Section>
          {save.error && !conflict && <Notice tone="danger">{problemText(save.error)}</Notice>}
          <FormActions>
            <Button type="submit" variant="main" busy={save.isPending} disabled={theirs !== null}>
              {t('saveChange')}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                forgetDraft(id, personId);
                onClose();
              }}
            >
              {t('cancel')}
            </Button>
          </FormActions>
        </div>
        <div className={styles.side}>
          <LiveCount predicate={whole} />
          <WhoChanges audience={audience} predicate={whole} />
        </div>
      </div>
    </Form>
  );
}
