import type { Audience } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, classNames, Form, FormActions, Notice, Section, TextField, toast } from '@lms/web-ui';
import styles from '../rules/rules.module.css';
import { useNames } from '../rules/use-names.js';
import { audienceTexts } from '../texts/audiences.js';
import { ruleTexts } from '../texts/rules.js';
import { draftOf, sameParts } from './audience-draft.js';
import own from './audience.module.css';
import { AudienceBuilder } from './AudienceBuilder.js';
import { asGroup, isUnfinished, wholeAudience } from './edit-tree.js';
import { LiveCount } from './LiveCount.js';
import { useAudienceDraft } from './use-audience-draft.js';
import { WhoChanges } from './WhoChanges.js';

/** Another name, and whom it names: counted and named while it is written. */
export function ChangeAudience({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const { t } = useTexts(audienceTexts);
  const { t: rules } = useTexts(ruleTexts);
  const done = () => {
    toast(t('changed'));
    onClose();
  };
  const writing = useAudienceDraft(audience, done);
  const { draft, theirs, change } = writing;
  const naming = useNames([...audience.names, ...(theirs?.names ?? [])]);
  const whole = wholeAudience(draft.predicate);
  const cancel = () => {
    writing.giveUp();
    onClose();
  };
  return (
    <Form onSubmit={writing.save} label={t('change')}>
      <div className={classNames(styles.columns, own.writing)}>
        <div className={classNames(styles.main, own.written)}>
          <p className={own.quiet}>{t('copies')}</p>
          {writing.kept && !theirs && !sameParts(draft, draftOf(audience)) && (
            <Notice>
              <p>{t('kept')}</p>
              <Button size="small" onClick={writing.beginAgain}>
                {t('beginAgain')}
              </Button>
            </Notice>
          )}
          {theirs && <Theirs audience={theirs} onTake={writing.takeTheirs} onKeep={writing.keepMine} />}
          <TextField
            label={t('name')}
            value={draft.name}
            maxLength={120}
            error={draft.name.trim() ? null : t('nameMissing')}
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
        </div>
        <div className={styles.side}>
          <LiveCount predicate={whole} />
          <WhoChanges audience={audience} predicate={whole} />
        </div>
        <div className={classNames(styles.result, own.end)}>
          {writing.error && <Notice tone="danger">{problemText(writing.error)}</Notice>}
          <FormActions>
            <Button type="submit" variant="main" busy={writing.busy} disabled={theirs !== null}>
              {t('saveChange')}
            </Button>
            <Button variant="quiet" onClick={cancel}>
              {t('cancel')}
            </Button>
          </FormActions>
        </div>
      </div>
    </Form>
  );
}

/** What somebody else saved while this was written. */
function Theirs({ audience, onTake, onKeep }: { audience: Audience; onTake: () => void; onKeep: () => void }) {
  const { t } = useTexts(audienceTexts);
  const { name, words } = audience;
  return (
    <Notice tone="danger">
      <p>{t('conflict.title')}</p>
      <p>{t('conflict.theirs', { name, words })}</p>
      <FormActions>
        <Button size="small" onClick={onTake}>
          {t('conflict.take')}
        </Button>
        <Button size="small" onClick={onKeep}>
          {t('conflict.keep')}
        </Button>
      </FormActions>
    </Notice>
  );
}
