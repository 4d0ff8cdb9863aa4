import type { CardState } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { FilterLinks, Notice } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { organisationChoices } from '../api/choices.js';
import { organisationQuery } from '../api/organisations.js';
import type { CardFilter } from '../api/sign-in-cards.js';
import { choiceOf } from '../fields/choice.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import type { useAddress } from '../shared/use-address.js';
import { cardTexts } from '../texts/cards.js';
import styles from './cards.module.css';

interface Props {
  filter: CardFilter;
  address: ReturnType<typeof useAddress>;
  states: readonly CardState[];
}

/** How people get in, and where they work; all of it lives in the address. */
export function CardFilters({ filter, address, states }: Props) {
  const { t } = useTexts(cardTexts);
  const { data: organisation } = useQuery({
    ...organisationQuery(filter.organisationId ?? ''),
    enabled: Boolean(filter.organisationId),
  });
  if (filter.people)
    return (
      <Notice>
        {t(filter.people.includes(',') ? 'some' : 'one')} <Link to={address.to('person', null)}>{t('all')}</Link>
      </Notice>
    );
  return (
    <div className={styles.filters}>
      <FilterLinks
        label={t('filter')}
        links={[
          { key: 'all', to: address.to('state', null), label: t('state.all'), current: !filter.state },
          ...states.map((state) => ({
            key: state,
            to: address.to('state', state),
            label: t(`state.${state}`),
            current: filter.state === state,
          })),
        ]}
      />
      <div className={styles.picker}>
        <ChoicePicker
          label={t('organisation')}
          placeholder={t('any')}
          value={choiceOf(filter.organisationId ?? null, organisation?.name ?? null)}
          search={organisationChoices}
          onChange={(choice) => address.write('organisationId', choice?.value)}
        />
      </div>
    </div>
  );
}
