import { useTexts } from '@lms/web-platform';
import { useQuery } from '@tanstack/react-query';
import { sessionTrainersQuery } from '../api/session-trainers.js';
import { deskTexts } from '../texts/desk.js';
import { FindMany } from './FindMany.js';
import type { Named } from './plan-values.js';

interface Props {
  trainers: readonly Named[];
  error: string | undefined;
  onChange: (trainers: Named[]) => void;
}

const useFound = (q: string) =>
  useQuery({ ...sessionTrainersQuery(q), enabled: q !== '' }).data?.items.map(({ personId, name }) => ({
    ...{ id: personId, name },
  }));

export function WhoTrains({ trainers, error, onChange }: Props) {
  const { t } = useTexts(deskTexts);
  return (
    <FindMany
      label={t('plan.trainers')}
      searchLabel={t('plan.trainersFind')}
      error={error}
      chosen={trainers}
      useFound={useFound}
      onChange={onChange}
    />
  );
}
