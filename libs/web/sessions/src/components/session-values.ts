import type { SessionForm, SessionState } from '@lms/contracts';

export const FORMS = ['classroom', 'webinar', 'toolbox-talk'] as const satisfies readonly SessionForm[];
export const STATES = ['planned', 'held', 'cancelled'] as const satisfies readonly SessionState[];
