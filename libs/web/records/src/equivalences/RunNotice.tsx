import type { EquivalenceRun } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { equivalenceTexts } from './texts.js';

/** How far the people have been worked through; it can be left and come back to. */
export function RunNotice({ run }: { run: EquivalenceRun }) {
  const { t } = useTexts(equivalenceTexts);
  if (!run.doneAt)
    return (
      <Notice>
        {run.total === null
          ? t('page.runCounting')
          : t('page.run', { done: formatCount(run.done), total: formatCount(run.total) })}
      </Notice>
    );
  if (run.kind === 'withdraw') return <Notice>{t('page.taken', { count: run.entries })}</Notice>;
  return (
    <Notice tone="good">{run.entries === 0 ? t('page.givenNone') : t('page.given', { count: run.entries })}</Notice>
  );
}
