import { QUESTION_TYPES, type QuestionBank } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { FilterLinks, SearchField } from '@lms/web-ui';
import { useSearchParams } from 'react-router';
import { SelectField } from '../../fields/SelectField.js';
import { withParam } from '../../components/with-param.js';
import type { QuestionFilter } from '../api/questions.js';
import { questionTexts } from '../texts.js';
import { typeKey } from '../type-names.js';
import styles from '../Questions.module.css';

/** The filter that an address names. */
export const filterOf = (params: URLSearchParams): QuestionFilter => ({
  q: params.get('q') || undefined,
  tag: params.get('tag') || undefined,
  type: QUESTION_TYPES.find((type) => type === params.get('type')),
  retired: params.get('retired') === 'yes' ? 'yes' : 'no',
});

/** Search, tag, type and whether they are in use; all of it lives in the address. */
export function QuestionFilters({ bank }: { bank: QuestionBank }) {
  const { t } = useTexts(questionTexts);
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const set = (name: string, value: string) =>
    setParams((now) => withParam(now, name, value), { replace: true, preventScrollReset: true });
  return (
    <div className={styles.filters}>
      <SearchField label={t('bank.search')} value={filter.q ?? ''} onSearch={(text) => set('q', text)} />
      <div className={styles.selects}>
        <SelectField
          label={t('bank.tag')}
          value={filter.tag ?? ''}
          options={[
            { value: '', label: t('bank.anyTag') },
            ...bank.tags.map(({ tag, questions }) => ({
              value: tag,
              label: t('bank.tagCount', { tag, count: questions }),
            })),
          ]}
          onChange={(tag) => set('tag', tag)}
        />
        <SelectField
          label={t('bank.type')}
          value={filter.type ?? ''}
          options={[
            { value: '', label: t('bank.anyType') },
            ...QUESTION_TYPES.map((type) => ({ value: type, label: t(typeKey[type]) })),
          ]}
          onChange={(type) => set('type', type)}
        />
      </div>
      <FilterLinks
        label={t('bank.state')}
        links={(['no', 'yes'] as const).map((retired) => ({
          key: retired,
          to: { search: `${withParam(params, 'retired', retired === 'yes' ? 'yes' : '')}` },
          label: t(retired === 'yes' ? 'retired' : 'bank.asked'),
          current: filter.retired === retired,
        }))}
      />
    </div>
  );
}
