import type { Activity } from '@lms/contracts';
import { ApiProblem, useTexts } from '@lms/web-platform';
import { ConflictNotice, type Clash } from '../components/ConflictNotice.js';
import { activityTexts } from '../texts/activities.js';
import { builderTexts } from '../texts/builder.js';
import { ruleText } from './activity-facts.js';
import type { ActivityEdit, ActivityEditing } from './use-activity-editing.js';

/** What two people have made of the same activity, field by field, and the choice between them. */
export function ActivityConflict({ activity, editing }: { activity: Activity; editing: ActivityEditing }) {
  const { t } = useTexts(activityTexts);
  const { t: builder } = useTexts(builderTexts);
  const { mine, error } = editing;
  if (!mine) return null;
  const { title, minutes, completionRule, noSpeech, outsideHosts, settings } = mine;
  const number = (value: number | null) => (value === null ? '' : String(value));
  const spoken = (value: boolean) => builder(value ? 'changes.yes' : 'changes.no');
  const rule = (value: ActivityEdit['completionRule']) => (value ? ruleText(value, t) : '');
  const clashes: (Clash | undefined)[] = [
    title === undefined ? undefined : { label: t('title'), mine: title, theirs: activity.title },
    minutes === undefined
      ? undefined
      : { label: t('minutes'), mine: number(minutes), theirs: number(activity.minutes) },
    completionRule === undefined
      ? undefined
      : { label: t('rule.legend'), mine: rule(completionRule), theirs: rule(activity.completionRule) },
    noSpeech === undefined
      ? undefined
      : { label: t('captions.noSpeech'), mine: spoken(noSpeech), theirs: spoken(activity.noSpeech) },
    outsideHosts
      ? { label: t('hosts.title'), mine: outsideHosts.join(', '), theirs: activity.outsideHosts.join(', ') }
      : undefined,
    settings ? { label: activity.title, mine: null, theirs: null } : undefined,
  ];
  return (
    <ConflictNotice
      who={error instanceof ApiProblem ? error.message : undefined}
      clashes={clashes.filter((clash) => clash !== undefined)}
      onTheirs={editing.useTheirs}
      onMine={editing.keepMine}
    />
  );
}
