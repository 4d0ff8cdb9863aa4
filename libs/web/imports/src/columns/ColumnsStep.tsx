import type { Import, ImportKind } from '@lms/contracts';
import { fieldProblem, isProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section } from '@lms/web-ui';
import { useState } from 'react';
import { useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import { ColumnRow } from './ColumnRow.js';
import { LeaversField } from './LeaversField.js';
import { SavedColumns } from './SavedColumns.js';
import styles from './columns.module.css';

interface Props {
  shown: Import;
  kind: ImportKind;
  onSent: () => void;
}

/** Which column is which, and the dry run with that. */
export function ColumnsStep({ shown, kind, onSent }: Props) {
  const { t } = useTexts(importTexts);
  const me = useMe();
  const { check } = useImportChanges(shown.id);
  const [mapping, setMapping] = useState(shown.mapping);
  const [common, setCommon] = useState(shown.common);
  const [leaversEndOn, setLeaversEndOn] = useState(shown.options.leaversEndOn);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (key: string, place: number | null) => {
    const { [key]: _, ...others } = mapping;
    setMapping(place === null ? others : { ...others, [key]: place });
  };
  const send = () => {
    setBusy(true);
    setError(null);
    check({ mapping, common: said(common), options: { leaversEndOn } })
      .then(onSent, setError)
      .finally(() => setBusy(false));
  };
  const used = new Set(Object.values(mapping));
  const unused = shown.headings.filter((_, place) => !used.has(place));
  return (
    <Section title={t('columns.title')}>
      <p className={styles.lead}>{t('columns.lead')}</p>
      <SavedColumns shown={shown} mapping={mapping} onUse={setMapping} />
      <Form onSubmit={send} label={t('columns.title')}>
        <ul className={styles.list}>
          {kind.columns.map((column) => (
            <ColumnRow
              key={column.key}
              column={column}
              shown={shown}
              place={mapping[column.key] ?? null}
              common={common[column.key] ?? null}
              onChange={(place) => set(column.key, place)}
              onCommon={(text) => setCommon(withCommon(common, column.key, text))}
              error={fieldProblem(error, column.key)}
            />
          ))}
        </ul>
        {unused.length > 0 && <p className={styles.quiet}>{t('columns.unused', { names: unused.join(', ') })}</p>}
        {kind.leavers && (
          <LeaversField
            value={leaversEndOn}
            today={me.today}
            onChange={setLeaversEndOn}
            error={fieldProblem(error, 'leaversEndOn')}
          />
        )}
        {error !== null && (
          <Notice tone="danger">{isProblem(error, 'invalid') ? neededOf(error, kind) : problemText(error)}</Notice>
        )}
        <FormActions>
          <Button type="submit" variant="main" busy={busy}>
            {t('columns.check', { count: shown.total })}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Without what is still empty. */
const said = (common: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(common).filter(([, text]) => text.trim() !== ''));

function withCommon(common: Record<string, string>, key: string, text: string | null): Record<string, string> {
  const { [key]: _, ...others } = common;
  return text === null ? others : { ...others, [key]: text };
}

const neededOf = (error: unknown, { columns }: ImportKind): string =>
  [...columns.map(({ key }) => key), 'leaversEndOn'].flatMap((key) => fieldProblem(error, key) ?? []).join(' ') ||
  problemText(error);
