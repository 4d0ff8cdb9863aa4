import type { SurveyResults } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { SelectField, TextField } from '@lms/web-ui';
import { useSearchParams } from 'react-router';
import { type FilterName, withFilter } from './results-filter.js';
import styles from './Results.module.css';
import { surveyResultTexts } from './texts.js';

/** Version and days; they stand in the address. */
export function ResultsFilter({ versions }: { versions: SurveyResults['versions'] }) {
  const { t } = useTexts(surveyResultTexts);
  const [params, setParams] = useSearchParams();
  const valueOf = (name: FilterName) => params.get(name) ?? '';
  const set = (name: FilterName, value: string) => setParams(withFilter(params, name, value), { replace: true });
  const [from, to] = [valueOf('from'), valueOf('to')];
  return (
    <div role="group" aria-label={t('filter')} className={styles.filter}>
      <SelectField
        label={t('version')}
        value={valueOf('version')}
        options={[
          { value: '', label: t('everyVersion') },
          ...versions.map(({ number }) => ({ value: String(number), label: t('versionOf', { number }) })),
        ]}
        onChange={(event) => set('version', event.target.value)}
      />
      <TextField label={t('from')} type="date" value={from} onChange={(event) => set('from', event.target.value)} />
      <TextField
        label={t('to')}
        type="date"
        value={to}
        error={from && to && from > to ? t('dayWrong') : null}
        onChange={(event) => set('to', event.target.value)}
      />
    </div>
  );
}
