import type { GrantPage } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { FilterLinks } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { coordinatedChoices } from '../api/choices.js';
import type { GrantFilter } from '../api/grants.js';
import { organisationQuery } from '../api/organisations.js';
import { choiceOf } from '../fields/choice.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { SelectField } from '../fields/SelectField.js';
import type { useAddress } from '../shared/use-address.js';
import { roles } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { rolesTexts } from '../texts/roles.js';
import styles from './roles.module.css';

interface Props {
  filter: GrantFilter;
  counts: GrantPage['counts'];
  address: ReturnType<typeof useAddress>;
  /** Whether the reader may look organisations up. */
  picks: boolean;
}

/** Which roles, and in what order; all of it lives in the address. */
export function RoleFilters({ filter, counts, address, picks }: Props) {
  const { t } = useTexts(rolesTexts);
  const { t: common } = useTexts(commonTexts);
  const { data: organisation } = useQuery({
    ...organisationQuery(filter.organisationId ?? ''),
    enabled: Boolean(filter.organisationId) && picks,
  });
  const shows = [
    ['live', 'live', counts.live],
    ['ends-soon', 'endsSoon', counts.endsSoon],
    ['unused', 'unused', counts.unused],
    ['over', 'over', counts.over],
  ] as const;
  return (
    <div className={styles.filters}>
      <FilterLinks
        label={t('show')}
        links={shows.map(([key, label, count]) => ({
          ...{ key, count, label: t(label), current: filter.show === key },
          to: address.to('show', key === 'live' ? null : key),
        }))}
      />
      <div className={styles.pickers}>
        <SelectField
          label={t('by')}
          options={[
            { value: 'role', label: t('byRole') },
            { value: 'person', label: t('byPerson') },
            { value: 'organisation', label: t('byOrganisation') },
          ]}
          value={filter.by}
          onChange={(by) => address.write('by', by === 'role' ? null : by)}
        />
        <SelectField
          label={t('role')}
          options={[
            { value: '', label: t('anyRole') },
            ...roles.map((role) => ({ value: role, label: common(`role.${role}`) })),
          ]}
          value={filter.role ?? ''}
          onChange={(role) => address.write('role', role)}
        />
        {picks && (
          <ChoicePicker
            label={t('organisation')}
            placeholder={t('anyOrganisation')}
            value={choiceOf(filter.organisationId ?? null, organisation?.name ?? null)}
            search={coordinatedChoices}
            onChange={(choice) => address.write('organisationId', choice?.value)}
          />
        )}
      </div>
    </div>
  );
}
