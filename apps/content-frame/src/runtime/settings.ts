import type { Settings } from 'scorm-again';

/** The library keeps the data model and nothing else: it has no address to send to, and no timer that would. */
export const silent: Settings = {
  autocommit: false,
  lmsCommitUrl: false,
  useAsynchronousCommits: false,
  asyncModeBeaconBehavior: 'never',
  enableOfflineSupport: false,
  selfReportSessionTime: false,
  alwaysSendTotalTime: true,
  mastery_override: true,
  logLevel: 'NONE',
  uninitializedGetLogLevel: 'NONE',
  onLogMessage: () => undefined,
};
