import type { Import, ImportKind, RowOutcome } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, FilterLinks, SearchField, Section, toast } from '@lms/web-ui';
import { useSearchParams } from 'react-router';
import { useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import { ApplyBar } from './ApplyBar.js';
import { RowList } from './RowList.js';
import { Summary } from './Summary.js';
import styles from './rows.module.css';

const OUTCOMES = ['new', 'change', 'leaving', 'unsure', 'faulty', 'same'] as const satisfies readonly RowOutcome[];
const RESULTS = ['applied', 'failed'] as const;

const tell = (done: Promise<void>): void => {
  done.catch((error: unknown) => toast(problemText(error)));
};

/** What the rows come to, and what became of them. Which of them are shown stands in the address. */
export function RowsStep({ shown, kind }: { shown: Import; kind: ImportKind }) {
  const { t } = useTexts(importTexts);
  const [search, setSearch] = useSearchParams();
  const { chooseAll, select } = useImportChanges(shown.id);
  const asked = search.get('show');
  const outcome = OUTCOMES.find((one) => one === asked);
  const result = RESULTS.find((one) => one === asked);
  const q = search.get('q') ?? '';
  const to = (show: string | null) => {
    const next = new URLSearchParams(search);
    if (show) next.set('show', show);
    else next.delete('show');
    return { search: next.toString() };
  };
  const find = (text: string) =>
    setSearch(
      (values) => {
        const next = new URLSearchParams(values);
        if (text) next.set('q', text);
        else next.delete('q');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const { counts } = shown;
  const links = [
    { key: 'all', to: to(null), label: t('rows.all'), current: !outcome && !result },
    ...OUTCOMES.filter((one) => counts[one] > 0 || one === outcome).map((one) => ({
      key: one,
      to: to(one),
      label: t(`rows.outcome.${one}`),
      count: counts[one],
      current: one === outcome,
    })),
    ...RESULTS.filter((one) => counts[one] > 0).map((one) => ({
      key: one,
      to: to(one),
      label: t(`rows.result.${one}`),
      count: counts[one],
      current: one === result,
    })),
  ];
  const writes = outcome === 'new' || outcome === 'change' || outcome === 'leaving';
  return (
    <>
      <Summary shown={shown} />
      <ApplyBar shown={shown} />
      <Section title={t(shown.state === 'applied' ? 'rows.titleApplied' : 'rows.title')}>
        <div className={styles.filters}>
          <FilterLinks label={t('rows.filters')} links={links} />
          <SearchField label={t('rows.search')} value={q} onSearch={find} />
        </div>
        {writes && counts.chosen > 0 && (
          <div className={styles.bulk}>
            <Button size="small" onClick={() => tell(select({ outcome, selected: true }))}>
              {t('rows.takeAll')}
            </Button>
            <Button size="small" onClick={() => tell(select({ outcome, selected: false }))}>
              {t('rows.leaveAll')}
            </Button>
          </div>
        )}
        {outcome === 'unsure' && counts.unsure > 0 && (
          <div className={styles.bulk}>
            <Button size="small" onClick={() => tell(chooseAll('likeliest'))}>
              {t('rows.allLikeliest')}
            </Button>
            <Button size="small" onClick={() => tell(chooseAll('new'))}>
              {t('rows.allNew')}
            </Button>
          </div>
        )}
        <RowList shown={shown} kind={kind} filter={{ outcome, result, q: q || undefined }} />
      </Section>
    </>
  );
}
