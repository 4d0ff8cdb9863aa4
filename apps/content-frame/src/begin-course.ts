import type { AppMessage, FrameMessage } from '@lms/web-delivery';
import { chooseRoute, itemsOf } from './course/choose-route.js';
import { Course } from './course/course.js';
import { Notes } from './course/notes.js';
import { Parts } from './course/parts.js';
import { EntryLog } from './entry-log.js';
import { fetchManifest } from './fetch-manifest.js';
import type { Journal } from './journal.js';
import { Keepalive } from './keepalive.js';
import { CallLog } from './log/call-log.js';
import type { Organization } from './organization/read-organization.js';
import type { ActivitySettings } from './organization/activity-settings.js';
import { scorm12 } from './runtime/scorm12.js';
import { scorm2004 } from './runtime/scorm2004.js';
import type { Stage } from './stage.js';

export type Start = Extract<AppMessage, { type: 'start' }>;

export interface Running {
  course: Course;
  log: EntryLog;
  calls: CallLog;
}

/** Puts one launch together. Only a course with several parts, or one that may have rules, needs its manifest. */
export async function beginCourse(
  message: Start,
  journal: Journal,
  stage: Stage,
  say: (message: FrameMessage) => void,
): Promise<Running> {
  const { launch, standard, scos } = message;
  const dialect = standard === 'scorm12' ? scorm12 : scorm2004;
  const organization = scos.length > 1 || standard === 'scorm2004' ? await fetchManifest() : null;
  const log = new EntryLog(launch, journal, (entry) => say({ type: 'entry', entry }));
  const calls = new CallLog((batch) => say({ type: 'calls', calls: batch }));
  const keepalive = new Keepalive(launch, (seqs) => log.confirmed(seqs));
  const says = saysItself(organization);
  const parts = new Parts(dialect, launch, scos, (identifier) => !says.has(identifier));
  const items = itemsOf(organization, scos);
  parts.arrange(items);
  const holder = scos[0]?.identifier ?? '';
  const notes = new Notes(log, holder, parts.known(holder)?.elements ?? {});
  const route = chooseRoute(standard, organization, items, scos, parts.known, notes.route);
  const course = new Course({ launch, dialect, parts, route, notes, log, calls, keepalive, stage, say });
  return { course, log, calls };
}

/** Parts that promise to say themselves when they are complete (SN 3.13.2). */
function saysItself(organization: Organization | null): Set<string> {
  const found = new Set<string>();
  const walk = (activity: ActivitySettings): void => {
    if (activity.sequencingControls?.completionSetByContent === true) found.add(activity.id);
    activity.children?.forEach(walk);
  };
  if (organization) walk(organization.activityTree);
  return found;
}
