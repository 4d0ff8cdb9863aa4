import type { Branding } from '@lms/contracts';
import { brand, fieldProblem, problemText, SupportLine, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useSaveBranding } from './api.js';
import { BrandPreview } from './BrandPreview.js';
import { draftOf, FIRST_ACCENT, isReadable, requestOf, withColour } from './branding-draft.js';
import { brandingTexts } from './branding-texts.js';
import styles from './branding.module.css';
import { ColourField } from './ColourField.js';
import { LogoField } from './LogoField.js';

interface Props {
  stored: Branding;
  onSaved: () => void;
}

/** Everything in one form, with what it will look like beside it; nothing counts before it is saved. */
export function BrandingForm({ stored, onSaved }: Props) {
  const { t } = useTexts(brandingTexts);
  const save = useSaveBranding(stored.version);
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [address, setAddress] = useState(stored.logo ? (brand.logo ?? '/api/v1/branding/logo') : null);
  const { accent, support } = draft;
  const submit = () => {
    if (isReadable(draft)) save.mutate(requestOf(draft), { onSuccess: onSaved });
  };
  const contact = (part: keyof typeof support, type: string) => (
    <TextField
      label={t(`support.${part}`)}
      type={type}
      autoComplete="off"
      maxLength={part === 'email' ? 254 : part === 'name' ? 80 : 40}
      value={support[part]}
      error={fieldProblem(save.error, `support.${part}`)}
      onChange={(event) => setDraft({ ...draft, support: { ...support, [part]: event.target.value } })}
    />
  );
  return (
    <Form onSubmit={submit} label={t('title')}>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Section title={t('name.title')}>
            <TextField
              label={t('name.label')}
              hint={t('name.hint')}
              maxLength={40}
              autoComplete="off"
              value={draft.name}
              error={fieldProblem(save.error, 'name')}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </Section>
          <Section title={t('logo.title')}>
            <LogoField
              logo={draft.logo}
              address={address}
              onChange={(logo, at) => {
                setDraft((before) => ({ ...before, logo }));
                setAddress(at);
              }}
            />
          </Section>
          <Section title={t('colour.title')}>
            <label className={styles.own}>
              <input
                type="checkbox"
                checked={accent !== null}
                onChange={(event) =>
                  setDraft({ ...draft, accent: event.target.checked ? FIRST_ACCENT : null, touched: false })
                }
              />
              <span>
                {t('colour.own')}
                <small>{t('colour.ownHint')}</small>
              </span>
            </label>
            {accent && (
              <div className={styles.colours}>
                {(['light', 'dark'] as const).map((scheme) => (
                  <ColourField
                    key={scheme}
                    scheme={scheme}
                    value={accent[scheme]}
                    onChange={(hex) => setDraft(withColour(draft, scheme, hex))}
                  />
                ))}
              </div>
            )}
          </Section>
          <Section title={t('support.title')}>
            <div className={styles.contact}>
              <p className={styles.hint}>{t('support.lead')}</p>
              {contact('name', 'text')}
              {contact('email', 'email')}
              {contact('phone', 'tel')}
            </div>
          </Section>
        </div>
        <aside className={styles.preview} aria-labelledby="brand-preview">
          <h2 id="brand-preview">{t('preview.title')}</h2>
          <BrandPreview draft={draft} logo={address} />
          <SupportLine of={support} />
        </aside>
      </div>
      {save.error && <Notice tone="danger">{problemText(save.error)}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" busy={save.isPending} disabled={!isReadable(draft)}>
          {t('save')}
        </Button>
      </FormActions>
    </Form>
  );
}
