import type { ActivityKind } from '@lms/contracts';

/** Only what comes as a package runs in our frame with a policy of its own. */
export const isPackage = (kind: ActivityKind): boolean => kind === 'scorm12' || kind === 'scorm2004';
