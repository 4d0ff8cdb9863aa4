import type { Activity, CompletionRule } from '@lms/contracts';
import { formatMinutes, type TextFunctions, type Texts } from '@lms/web-platform';
import type { activityTexts } from '../texts/activities.js';

export type ActivityT = TextFunctions<typeof activityTexts extends Texts<infer Tree> ? Tree : never>['t'];

/** The end of "Done when …". */
export function ruleText(rule: CompletionRule, t: ActivityT): string {
  const words =
    rule.kind === 'score'
      ? t('rule.scoreOf', { score: rule.atLeast })
      : t(rule.kind === 'completed-or-passed' ? 'rule.completedOrPassed' : `rule.${rule.kind}`);
  return rule.of === 'any' ? t('rule.anyOf', { rule: words }) : words;
}

/** Whether a video still needs captions before it can be published. */
export const lacksCaptions = ({ kind, captions, noSpeech }: Activity): boolean =>
  kind === 'video' && !noSpeech && captions.length === 0;

/** What is known of an activity, in short sentences without their full stops. */
export function activityFacts(activity: Activity, kind: string, t: ActivityT): string[] {
  const { summary, minutes, completionRule, captions, noSpeech, outsideHosts } = activity;
  return [
    // What the API found inside begins with the kind already where there is one: "SCORM 1.2, 1 lesson".
    summary ? (summary.startsWith(kind) ? summary : `${kind}, ${summary}`) : kind,
    activity.kind === 'in-person' ? t('inPerson.text') : '',
    // A video's summary is its length.
    minutes !== null && !(activity.kind === 'video' && summary) ? formatMinutes(minutes) : '',
    completionRule ? t('rule.words', { rule: ruleText(completionRule, t) }) : '',
    captions.length > 0
      ? t('captions.has', { languages: captions.map(({ label }) => label).join(', ') })
      : noSpeech
        ? t('captions.silent')
        : '',
    outsideHosts.length > 0 ? t('hosts.has', { hosts: outsideHosts.join(', ') }) : '',
  ].filter(Boolean);
}
