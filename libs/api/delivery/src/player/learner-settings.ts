import type { ActivitySettings, LearnerSettings } from '@lms/contracts';

/** What a learner is told before they begin. Which questions are drawn and who may sign is not their business. */
export function learnerSettings(settings: ActivitySettings): LearnerSettings {
  switch (settings.kind) {
    case 'quiz': {
      const { sections: _, shuffleQuestions: __, shuffleChoices: ___, ...told } = settings;
      return told;
    }
    case 'practical': {
      const { assessors: _, ...told } = settings;
      return told;
    }
    default:
      return settings;
  }
}
