import type { ScormStandard } from '@lms/domain';

/** What our transport needs of the runtime library; both of its APIs have it. */
export interface Engine {
  lmsInitialize(parameter?: string): string;
  lmsFinish(parameter?: string): string;
  lmsGetValue(element: string): string;
  lmsSetValue(element: string, value: unknown): string;
  lmsCommit(parameter?: string): string;
  lmsGetLastError(): string;
  lmsGetErrorString(code: string): string;
  lmsGetDiagnostic(code: string): string;
  setCMIValue(element: string, value: unknown): string;
  getCMIValue(element: string): unknown;
  isInitialized(): boolean;
  isTerminated(): boolean;
}

export type Call =
  'initialize' | 'terminate' | 'getValue' | 'setValue' | 'commit' | 'getLastError' | 'getErrorString' | 'getDiagnostic';

/** Where the two standards differ, as far as we must know. */
export interface Dialect {
  standard: ScormStandard;
  /** The property of the window that packages look for. */
  apiName: 'API' | 'API_1484_11';
  names: Record<Call, string>;
  engine: () => Engine;
  learnerId: string;
  learnerName: string;
  entry: string;
  totalTime: string;
  sessionTime: string;
  launchData: string;
  passingScore: string;
  maxTimeAllowed: string;
  timeLimitAction: string;
  /** SCORM 2004 only. */
  completionThreshold: string | null;
  location: string;
  exit: string;
  /** The element that says that a part is done. */
  completion: string;
  /** Set before the content starts and the same for everybody. */
  fixed: Record<string, string>;
  /** Elements that the runtime itself may conclude when the content terminates. */
  concluded: string[];
  /** Never put back: they belong to the visit that set them. */
  perVisit: RegExp;
  duration: (hundredths: number) => string;
  setAfterTerminate: string;
  tooLong: string;
}
