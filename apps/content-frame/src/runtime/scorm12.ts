import { Scorm12API } from 'scorm-again/min';
import type { Dialect } from './dialect.js';
import { timespan } from './durations.js';
import { silent } from './settings.js';

/** SCORM 1.2, Run-Time Environment, section 3. */
export const scorm12: Dialect = {
  standard: 'scorm12',
  apiName: 'API',
  names: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    getLastError: 'LMSGetLastError',
    getErrorString: 'LMSGetErrorString',
    getDiagnostic: 'LMSGetDiagnostic',
  },
  engine: () => new Scorm12API(silent),
  learnerId: 'cmi.core.student_id',
  learnerName: 'cmi.core.student_name',
  entry: 'cmi.core.entry',
  totalTime: 'cmi.core.total_time',
  sessionTime: 'cmi.core.session_time',
  launchData: 'cmi.launch_data',
  passingScore: 'cmi.student_data.mastery_score',
  maxTimeAllowed: 'cmi.student_data.max_time_allowed',
  timeLimitAction: 'cmi.student_data.time_limit_action',
  completionThreshold: null,
  exit: 'cmi.core.exit',
  location: 'cmi.core.lesson_location',
  completion: 'cmi.core.lesson_status',
  fixed: { 'cmi.core.credit': 'credit', 'cmi.core.lesson_mode': 'normal' },
  concluded: ['cmi.core.lesson_status'],
  perVisit: /^(cmi\.core\.(exit|session_time)$|nav\.)/,
  duration: timespan,
  setAfterTerminate: '301',
  tooLong: '405',
};
