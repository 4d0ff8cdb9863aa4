import type { Import } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { RouteLine, type RouteStopView } from '@lms/web-ui';
import { importTexts } from '../texts.js';

const STEPS = ['file', 'columns', 'rows', 'applied'] as const;
const AT: Record<Import['state'], (typeof STEPS)[number]> = {
  reading: 'file',
  refused: 'file',
  columns: 'columns',
  checking: 'columns',
  checked: 'rows',
  applying: 'rows',
  applied: 'applied',
};

/** Where the file is on its way. */
export function ImportSteps({ shown, atColumns }: { shown: Import; atColumns: boolean }) {
  const { t } = useTexts(importTexts);
  // Whoever has arrived stands nowhere any more.
  const over = shown.state === 'applied' && !atColumns;
  const here = over ? STEPS.length : STEPS.indexOf(atColumns ? 'columns' : AT[shown.state]);
  const { total, counts } = shown;
  const details = {
    file: total > 0 ? t('steps.fileDetail', { count: total }) : undefined,
    columns: undefined,
    rows: shown.state === 'checked' ? t('steps.checkedDetail', { count: counts.chosen }) : undefined,
    applied: shown.state === 'applied' ? t('steps.appliedDetail', { count: counts.applied }) : undefined,
  };
  const stops = STEPS.map((step, index): RouteStopView => {
    const state = index < here ? 'done' : index === here ? 'here' : 'next';
    return {
      key: step,
      state,
      stateText: t(`steps.${state}`),
      title: t(`steps.${step}`),
      detail: details[step],
      post: String(index + 1),
    };
  });
  return (
    <RouteLine
      stops={stops}
      label={t('steps.label')}
      hereText={t('steps.here')}
      foldedText={(count) => t('steps.folded', { count })}
    />
  );
}
