import { useTexts } from '@lms/web-platform';
import { FilterLinks, Icon, SearchField, SelectField, TextField } from '@lms/web-ui';
import { Link } from 'react-router';
import { sessionTexts } from '../texts/sessions.js';
import { FORMS, STATES } from './session-values.js';
import styles from './sessions.module.css';
import type { SessionAddress } from './use-session-address.js';

interface Props {
  address: SessionAddress;
  /** Whether the reader plans and trains. */
  desk: boolean;
}

/** What narrows the list down; all of it lives in the address. */
export function SessionFilters({ address, desk }: Props) {
  const { t } = useTexts(sessionTexts);
  const { filter } = address;
  const shows = ['all', 'free', ...(desk ? (['teaching'] as const) : [])] as const;
  const dated = [address.read('from'), address.read('to'), address.read('form'), address.read('state')].some(Boolean);
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField label={t('list.search')} value={filter.q ?? ''} onSearch={(q) => address.write('q', q)} />
      </div>
      <FilterLinks
        label={t('list.which')}
        links={shows.map((show) => ({
          ...{ key: show, label: t(`list.show.${show}`) },
          to: address.to('show', show === 'all' ? null : show),
          current: (filter.show ?? 'all') === show,
        }))}
      />
      <details className={styles.fold} open={dated || undefined}>
        <summary>
          {t('list.more')}
          <Icon name="down" />
        </summary>
        <div className={styles.folded}>
          {desk && (
            <FilterLinks
              label={t('list.when')}
              links={(['coming', 'past'] as const).map((when) => ({
                ...{ key: when, label: t(`list.days.${when}`) },
                to: address.to('when', when === 'past' ? when : null),
                current: address.past === (when === 'past'),
              }))}
            />
          )}
          <div className={styles.dates}>
            <TextField
              type="date"
              label={t('list.from')}
              value={address.read('from')}
              onChange={({ target }) => address.write('from', target.value)}
            />
            <TextField
              type="date"
              label={t('list.to')}
              value={address.read('to')}
              onChange={({ target }) => address.write('to', target.value)}
            />
            <SelectField
              label={t('list.form')}
              none={t('list.anyForm')}
              options={FORMS.map((form) => ({ value: form, label: t(`form.${form}`) }))}
              value={filter.form ?? ''}
              onChange={({ target }) => address.write('form', target.value)}
            />
            {desk && (
              <SelectField
                label={t('list.state')}
                none={t('list.anyState')}
                options={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
                value={filter.state ?? ''}
                onChange={({ target }) => address.write('state', target.value)}
              />
            )}
          </div>
        </div>
      </details>
      {address.narrowed && <Link to={{ search: '' }}>{t('list.clear')}</Link>}
    </div>
  );
}
