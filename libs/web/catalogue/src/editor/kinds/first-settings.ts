import type { ActivitySettings } from '@lms/contracts';

export type SettingsKind = ActivitySettings['kind'];

/** What a new activity of each kind begins with: enough to be kept, not yet enough to be published. */
export function firstSettings(kind: SettingsKind, statement: string): ActivitySettings {
  switch (kind) {
    case 'page':
      return { kind, html: '' };
    case 'link':
      return { kind, url: '', statement };
    case 'quiz':
      return {
        kind,
        instructions: '',
        sections: [],
        shuffleQuestions: true,
        shuffleChoices: true,
        passMark: 80,
        attemptsLimit: null,
        coolDownMinutes: 0,
        timeLimitMinutes: null,
        feedback: 'marks',
      };
    case 'survey':
      return { kind, instructions: '', anonymous: true, questions: [] };
    case 'practical':
      return {
        kind,
        instructions: '',
        items: [],
        assessors: { trainers: true, lineManagers: false, personIds: [] },
        photos: true,
      };
    case 'evidence':
      return { kind, instructions: '', issuers: [], numberNeeded: true, expiry: 'needed', fileNeeded: true };
  }
}
