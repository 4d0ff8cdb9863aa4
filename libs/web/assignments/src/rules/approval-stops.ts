import type { RulePreview, RuleVersion } from '@lms/contracts';
import { formatMoment, type TextFunctions, type Texts } from '@lms/web-platform';
import type { RouteStopView, StopState } from '@lms/web-ui';
import type { Step } from '../api/change-rule.js';
import type { ruleTexts } from '../texts/rules.js';

type T = TextFunctions<typeof ruleTexts extends Texts<infer Tree> ? Tree : never>['t'];

/** What the reader can do next with a version that was previewed; null while they wait for somebody else. */
export function nextStep(version: RuleVersion, twoPeople: boolean, mine: boolean): Step | null {
  if (version.state === 'draft') return twoPeople ? 'propose' : 'apply';
  if (version.state === 'in-review') return mine ? null : 'approve';
  return version.state === 'approved' ? 'apply' : null;
}

/** The way into force: previewed, approved by a second person where more than a hundred get it, applied. */
export function approvalStops(version: RuleVersion, preview: RulePreview | null, mine: boolean, t: T): RouteStopView[] {
  const stop = (key: string, state: StopState, title: string, detail?: string): RouteStopView => ({
    key,
    state,
    stateText: t(`approval.stop.${state}`),
    title,
    detail,
  });
  if (!preview)
    return [stop('preview', 'here', t('approval.notPreviewed')), stop('apply', 'blocked', t('approval.applyIt'))];
  const previewed = stop(
    'preview',
    'done',
    t('approval.previewed'),
    t('preview.madeBy', { name: preview.madeByName, moment: formatMoment(preview.madeAt), count: preview.people }),
  );
  const apply = (state: StopState) =>
    stop(
      'apply',
      state,
      t('approval.apply', { count: preview.people }),
      t(state === 'blocked' ? 'approval.applyLocked' : 'approval.applyText'),
    );
  if (!preview.needsSecondPerson) return [previewed, apply('here')];
  if (version.state === 'draft')
    return [previewed, stop('ask', 'here', t('approval.ask'), t('approval.second')), apply('blocked')];
  const asked = stop('ask', 'done', t('approval.asked', { name: version.proposedByName ?? '' }));
  if (version.state === 'in-review') {
    const detail = mine ? t('approval.yours') : undefined;
    return [previewed, asked, stop('second', 'here', t('approval.second'), detail), apply('blocked')];
  }
  const approved = stop('second', 'done', t('approval.approved', { name: version.approvedByName ?? '' }));
  return [previewed, asked, approved, apply('here')];
}
