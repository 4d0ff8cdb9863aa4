import type { SessionForm } from '@lms/contracts';

/** What each form is called in notes and files. */
export const FORM_WORDS: Record<SessionForm, string> = {
  classroom: 'Classroom',
  webinar: 'Webinar',
  'toolbox-talk': 'Toolbox talk',
};
