import { Textarea } from '@mantine/core';
import type { ImportKindName } from '@lms/contracts';
import { paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, FieldShell, FormActions, Notice, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { beginImport, kindsQuery, templateFile } from '../api/imports.js';
import { DropZone } from '../begin/DropZone.js';
import { KindChoice } from '../begin/KindChoice.js';
import { FileLink } from '../components/FileLink.js';
import { ImportSkeleton } from '../components/ImportSkeleton.js';
import { importTexts } from '../texts.js';
import styles from '../imports.module.css';

const order: readonly ImportKindName[] = ['people', 'organisations', 'completions'];
const mostBytes = 20_000_000;

/** A file or a pasted table: what is in it, and where it comes from. */
export function NewImportPage() {
  const { t } = useTexts(importTexts);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery(kindsQuery());
  const [chosen, setChosen] = useState<ImportKindName | null>(null);
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  usePageTitle(t('new.title'));
  if (!data) return <ImportSkeleton />;

  const kinds = order.filter((one) => data.items.some(({ kind }) => kind === one));
  const kind = chosen ?? kinds.find((one) => one === search.get('kind')) ?? kinds[0] ?? 'people';
  const choose = (one: ImportKindName) => {
    // At once, and in the address a moment later.
    setChosen(one);
    setSearch({ kind: one }, { replace: true, preventScrollReset: true });
  };
  const begin = async (name: string, content: Blob) => {
    const wrong = content.size === 0 ? t('new.empty') : content.size > mostBytes ? t('new.large') : null;
    setProblem(wrong);
    if (wrong) return;
    setBusy(true);
    try {
      const { id } = await beginImport(kind, name, content);
      await navigate(paths.import(id));
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page>
      <PageHeader title={t('new.title')} above={<Link to={paths.imports}>{t('back')}</Link>} />
      <div className={styles.begin}>
        <KindChoice kinds={kinds} value={kind} onChange={choose} />
        {problem && <Notice tone="danger">{problem}</Notice>}
        <DropZone busy={busy} onFile={(file) => void begin(file.name, file)} />
        <div>
          <FileLink to={templateFile(kind)}>{t('new.template')}</FileLink>
        </div>
        <FieldShell label={t('new.paste')} hint={t('new.pasteHint')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={pasted}
              minRows={4}
              maxRows={10}
              autosize
              spellCheck={false}
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
          )}
        </FieldShell>
        {pasted.trim() !== '' && (
          <FormActions>
            <Button busy={busy} onClick={() => void begin(t('new.pasted'), new Blob([pasted]))}>
              {t('new.usePasted')}
            </Button>
          </FormActions>
        )}
      </div>
    </Page>
  );
}
