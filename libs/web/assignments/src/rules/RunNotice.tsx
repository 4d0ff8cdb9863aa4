import type { RuleRun } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { ruleTexts } from '../texts/rules.js';

/** How far the people of a rule have been worked through; it can be left and come back to. */
export function RunNotice({ run }: { run: RuleRun }) {
  const { t } = useTexts(ruleTexts);
  const [given, ended] = [formatCount(run.given), formatCount(run.ended)];
  if (run.doneAt && run.given === 0 && run.ended === 0) return <Notice tone="good">{t('page.runSame')}</Notice>;
  if (run.doneAt) return <Notice tone="good">{t('page.runDone', { given, ended })}</Notice>;
  if (run.total === null) return <Notice>{t('page.runCounting')}</Notice>;
  return <Notice>{t('page.run', { done: formatCount(run.done), total: formatCount(run.total) })}</Notice>;
}
