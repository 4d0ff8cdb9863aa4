import type { Import } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, SelectField, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mappingsQuery, useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import styles from './columns.module.css';

interface Props {
  shown: Import;
  mapping: Record<string, number>;
  onUse: (mapping: Record<string, number>) => void;
}

/** Columns that were named before, under a name of one's own; and keeping these. */
export function SavedColumns({ shown, mapping, onUse }: Props) {
  const { t } = useTexts(importTexts);
  const { data } = useQuery(mappingsQuery(shown.kind));
  const { saveMapping } = useImportChanges(shown.id);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const use = (id: string) => {
    const saved = data?.items.find((one) => one.id === id);
    if (!saved) return;
    const found = Object.entries(saved.headings).map(
      ([key, heading]) => [key, placeOf(shown.headings, heading)] as const,
    );
    onUse(Object.fromEntries(found.filter(([, place]) => place >= 0)));
  };
  const save = () => {
    const headings = Object.fromEntries(
      Object.entries(mapping).map(([key, place]) => [key, shown.headings[place] ?? '']),
    );
    saveMapping({ kind: shown.kind, name: name.trim(), headings }).then(
      () => {
        toast(t('columns.savedDone', { name: name.trim() }));
        setNaming(false);
      },
      (error: unknown) => toast(problemText(error)),
    );
  };
  return (
    <div className={styles.saved}>
      {data && data.items.length > 0 && (
        <SelectField
          label={t('columns.saved')}
          none={t('columns.chooseSaved')}
          defaultValue=""
          options={data.items.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(event) => use(event.target.value)}
        />
      )}
      {naming ? (
        <div className={styles.naming}>
          <TextField
            label={t('columns.saveName')}
            value={name}
            maxLength={80}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <Button disabled={name.trim() === ''} onClick={save}>
            {t('columns.saveDo')}
          </Button>
        </div>
      ) : (
        <Button variant="quiet" onClick={() => setNaming(true)}>
          {t('columns.save')}
        </Button>
      )}
    </div>
  );
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const placeOf = (headings: readonly string[], heading: string): number =>
  headings.findIndex((one) => plain(one) === plain(heading));
