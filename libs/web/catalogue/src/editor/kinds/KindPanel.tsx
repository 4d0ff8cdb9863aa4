import type { Activity, ActivitySettings } from '@lms/contracts';
import { SkeletonBlock } from '@lms/web-ui';
import { lazy, Suspense } from 'react';

const PagePanel = lazy(async () => ({ default: (await import('./PagePanel.js')).PagePanel }));
const LinkPanel = lazy(async () => ({ default: (await import('./LinkPanel.js')).LinkPanel }));
const QuizPanel = lazy(async () => ({ default: (await import('./QuizPanel.js')).QuizPanel }));
const SurveyPanel = lazy(async () => ({ default: (await import('./SurveyPanel.js')).SurveyPanel }));
const PracticalPanel = lazy(async () => ({ default: (await import('./PracticalPanel.js')).PracticalPanel }));
const EvidencePanel = lazy(async () => ({ default: (await import('./EvidencePanel.js')).EvidencePanel }));

interface Props {
  courseId: string;
  versionId: string;
  activity: Activity;
  onSave: (settings: ActivitySettings) => void;
  /** The same, for a panel that waits for the end of it. */
  onKeep: (settings: ActivitySettings) => Promise<unknown>;
  onMinutes: (minutes: number) => void;
}

/** What an activity is made of, edited by the panel of its kind; nothing for kinds that were uploaded. */
export function KindPanel({ activity, ...rest }: Props) {
  if (!activity.settings) return null;
  return <Suspense fallback={<SkeletonBlock height={160} />}>{panelOf(activity.settings)}</Suspense>;

  function panelOf(settings: ActivitySettings) {
    switch (settings.kind) {
      case 'page':
        return <PagePanel activity={activity} settings={settings} {...rest} />;
      case 'link':
        return <LinkPanel activity={activity} settings={settings} {...rest} />;
      case 'quiz':
        return <QuizPanel activity={activity} settings={settings} {...rest} />;
      case 'survey':
        return <SurveyPanel activity={activity} settings={settings} {...rest} />;
      case 'practical':
        return <PracticalPanel activity={activity} settings={settings} {...rest} />;
      case 'evidence':
        return <EvidencePanel activity={activity} settings={settings} {...rest} />;
    }
  }
}
