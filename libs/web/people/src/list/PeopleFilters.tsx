import { can, useMe, useTexts } from '@lms/web-platform';
import { Button, FilterLinks } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { jobRoleChoices, organisationChoices, schemeChoices } from '../api/choices.js';
import { organisationQuery } from '../api/organisations.js';
import type { PeopleFilter } from '../api/people.js';
import { schemeQuery } from '../api/schemes.js';
import { choiceOf } from '../fields/choice.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { SelectField } from '../fields/SelectField.js';
import type { useAddress } from '../shared/use-address.js';
import { groups, statuses } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { listTexts } from '../texts/list.js';
import styles from './list.module.css';

interface Props {
  filter: PeopleFilter;
  address: ReturnType<typeof useAddress>;
}

/** What narrows the list down; all of it lives in the address. On a phone the pickers fold away. */
export function PeopleFilters({ filter, address }: Props) {
  const { t } = useTexts(listTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const id = useId();
  const set = [filter.organisationId, filter.schemeId, filter.group, filter.jobRole, filter.speaker].filter(
    Boolean,
  ).length;
  const [folded, setFolded] = useState(true);
  const { data: organisation } = useQuery({
    ...organisationQuery(filter.organisationId ?? ''),
    enabled: Boolean(filter.organisationId),
  });
  const { data: scheme } = useQuery({ ...schemeQuery(filter.schemeId ?? ''), enabled: Boolean(filter.schemeId) });
  return (
    <div className={styles.filters}>
      <FilterLinks
        label={t('statusFilter')}
        links={[
          { key: 'all', to: address.to('status', null), label: t('everybody'), current: !filter.status },
          ...statuses.map((status) => ({
            key: status,
            to: address.to('status', status),
            label: common(`status.${status}`),
            current: filter.status === status,
          })),
        ]}
      />
      <div className={styles.toggle}>
        <Button aria-expanded={!folded} aria-controls={id} onClick={() => setFolded(!folded)}>
          {set > 0 ? t('filtersCount', { count: set }) : t('filters')}
        </Button>
      </div>
      <div id={id} className={styles.pickers} data-folded={folded || undefined}>
        <ChoicePicker
          label={t('organisation')}
          placeholder={t('any')}
          value={choiceOf(filter.organisationId ?? null, organisation?.name ?? null)}
          search={organisationChoices}
          onChange={(choice) => address.write('organisationId', choice?.value)}
        />
        <ChoicePicker
          label={t('scheme')}
          placeholder={t('any')}
          value={choiceOf(filter.schemeId ?? null, scheme?.name ?? null)}
          search={schemeChoices}
          onChange={(choice) => address.write('schemeId', choice?.value)}
        />
        <ChoicePicker
          label={t('jobRole')}
          placeholder={t('any')}
          value={choiceOf(filter.jobRole ?? null, filter.jobRole ?? null)}
          search={jobRoleChoices}
          onChange={(choice) => address.write('jobRole', choice?.value)}
        />
        <SelectField
          label={t('group')}
          options={[
            { value: '', label: t('anyGroup') },
            ...groups.map((group) => ({ value: group, label: common(`group.${group}`) })),
          ]}
          value={filter.group ?? ''}
          onChange={(group) => address.write('group', group)}
        />
        {can(me, 'people.write') && (
          <SelectField
            label={t('speaker')}
            options={[
              { value: '', label: t('any') },
              { value: 'nobody', label: t('speakerNobody') },
            ]}
            value={filter.speaker ?? ''}
            onChange={(speaker) => address.write('speaker', speaker)}
          />
        )}
      </div>
    </div>
  );
}
