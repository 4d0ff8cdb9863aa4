import { useTexts } from '@lms/web-platform';
import { ChoiceField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../api/organisations.js';
import { deskTexts } from '../texts/desk.js';
import { FindMany } from './FindMany.js';
import type { PlanValues } from './plan-values.js';

interface Props {
  values: PlanValues;
  error: string | undefined;
  onChange: (some: Partial<PlanValues>) => void;
}

const useFound = (q: string) => useQuery(organisationsQuery(q)).data?.items.map(({ id, name }) => ({ id, name }));

/** The whole Alliance, or the people of some organisations. */
export function WhoMayBook({ values: { everybody, organisations }, error, onChange }: Props) {
  const { t } = useTexts(deskTexts);
  return (
    <>
      <ChoiceField
        legend={t('plan.organisations')}
        options={[
          { value: 'all', label: t('plan.organisationsAll') },
          { value: 'some', label: t('plan.organisationsSome') },
        ]}
        value={everybody ? 'all' : 'some'}
        onChange={(value) => onChange({ everybody: value === 'all' })}
      />
      {!everybody && (
        <FindMany
          label={t('plan.organisationsSome')}
          searchLabel={t('plan.organisationsFind')}
          hint={t('plan.organisationsHint')}
          error={error}
          chosen={organisations}
          useFound={useFound}
          onChange={(chosen) => onChange({ organisations: chosen })}
        />
      )}
    </>
  );
}
