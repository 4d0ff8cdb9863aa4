import { Scorm2004API } from 'scorm-again/min';
import type { Dialect } from './dialect.js';
import { interval } from './durations.js';
import { silent } from './settings.js';

/** SCORM 2004 3rd and 4th edition, Run-Time Environment, sections 3 and 4. */
export const scorm2004: Dialect = {
  standard: 'scorm2004',
  apiName: 'API_1484_11',
  names: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    getLastError: 'GetLastError',
    getErrorString: 'GetErrorString',
    getDiagnostic: 'GetDiagnostic',
  },
  engine: () => new Scorm2004API(silent),
  learnerId: 'cmi.learner_id',
  learnerName: 'cmi.learner_name',
  entry: 'cmi.entry',
  totalTime: 'cmi.total_time',
  sessionTime: 'cmi.session_time',
  launchData: 'cmi.launch_data',
  passingScore: 'cmi.scaled_passing_score',
  maxTimeAllowed: 'cmi.max_time_allowed',
  timeLimitAction: 'cmi.time_limit_action',
  completionThreshold: 'cmi.completion_threshold',
  exit: 'cmi.exit',
  location: 'cmi.location',
  completion: 'cmi.completion_status',
  fixed: { 'cmi.credit': 'credit', 'cmi.mode': 'normal' },
  concluded: ['cmi.completion_status', 'cmi.success_status'],
  perVisit: /^(cmi\.(exit|session_time)$|adl\.nav\.)/,
  duration: interval,
  setAfterTerminate: '133',
  tooLong: '406',
};
