import { useTexts } from '@lms/web-platform';
import { SelectField, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { companiesQuery, outsideQuery } from '../equivalences/api.js';
import { outsideTexts } from './texts.js';
import type { ThingDraft } from './thing-draft.js';

interface Props {
  draft: ThingDraft;
  onChange: (part: Partial<ThingDraft>) => void;
  /** Whether what is missing is said. */
  tried: boolean;
}

/** A card by its issuer and name, or a course by its company; what was named before is offered. */
export function ThingFields({ draft, onChange, tried }: Props) {
  const { t } = useTexts(outsideTexts);
  const list = useId();
  const { data: known } = useQuery(outsideQuery());
  const { data: companies } = useQuery(companiesQuery());
  const missing = (value: string) => (tried && !value.trim() ? t('missing') : null);
  const offered = (known?.items ?? []).filter(({ kind }) => kind === draft.kind);
  const distinct = (words: readonly string[]) => [...new Set(words)];
  const choices = (id: string, words: readonly string[]) => (
    <datalist id={id}>
      {distinct(words).map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
  if (draft.kind === 'card')
    return (
      <>
        <TextField
          label={t('issuer')}
          maxLength={120}
          list={`${list}-by`}
          value={draft.issuer}
          error={missing(draft.issuer)}
          onChange={(event) => onChange({ issuer: event.target.value })}
        />
        {choices(
          `${list}-by`,
          offered.map(({ by }) => by),
        )}
        <TextField
          label={t('cardTitle')}
          maxLength={200}
          list={`${list}-title`}
          value={draft.cardTitle}
          error={missing(draft.cardTitle)}
          onChange={(event) => onChange({ cardTitle: event.target.value })}
        />
        {choices(
          `${list}-title`,
          offered.map(({ title }) => title),
        )}
      </>
    );
  const of = offered.filter(({ organisationId }) => organisationId === draft.organisationId);
  return (
    <>
      <SelectField
        label={t('organisation')}
        none={t('choose')}
        value={draft.organisationId}
        options={(companies?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        error={missing(draft.organisationId)}
        onChange={(event) => onChange({ organisationId: event.target.value })}
      />
      <TextField
        label={t('courseTitle')}
        maxLength={200}
        list={`${list}-course`}
        value={draft.courseTitle}
        error={missing(draft.courseTitle)}
        onChange={(event) => onChange({ courseTitle: event.target.value })}
      />
      {choices(
        `${list}-course`,
        of.map(({ title }) => title),
      )}
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        maxLength={60}
        value={draft.code}
        onChange={(event) => onChange({ code: event.target.value })}
      />
    </>
  );
}
