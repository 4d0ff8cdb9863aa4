import { useTexts } from '@lms/web-platform';
import { SelectField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { matrixChoicesQuery } from '../api/matrix.js';
import { learnersTexts } from '../texts/learners.js';
import type { LearnersAddress } from './use-learners-address.js';

const options = (some: readonly { id: string; name: string }[] = []) =>
  some.map(({ id, name }) => ({ value: id, label: name }));

/** Of which organisation, with the tiers below it, and of which scheme. */
export function WhoseFields({ address: { filter, write } }: { address: LearnersAddress }) {
  const { t } = useTexts(learnersTexts);
  const { data: choices } = useQuery(matrixChoicesQuery());
  return (
    <>
      <SelectField
        label={t('organisation')}
        none={t('any')}
        options={options(choices?.organisations)}
        value={filter.organisationId ?? ''}
        onChange={({ target }) => write({ organisationId: target.value })}
      />
      <SelectField
        label={t('scheme')}
        none={t('any')}
        options={options(choices?.schemes)}
        value={filter.schemeId ?? ''}
        onChange={({ target }) => write({ schemeId: target.value })}
      />
    </>
  );
}
