import type { ActivitySettings } from '@lms/contracts';
import { missingInPage } from '../pages/missing-in-page.js';

/** What is missing in an activity that is made here, in sentences. What a quiz draws is looked at by the quiz itself. */
export function missingInSettings(title: string, settings: ActivitySettings): string[] {
  switch (settings.kind) {
    case 'page':
      return missingInPage(title, settings.html);
    case 'link':
      return settings.url === '' ? [`The link “${title}” has no address.`] : [];
    case 'quiz':
      return settings.sections.length === 0 ? [`The quiz “${title}” has no questions.`] : [];
    case 'practical':
      return missingInPractical(title, settings);
    case 'survey':
      return missingInSurvey(title, settings);
    case 'evidence':
      return [];
  }
}

function missingInPractical(title: string, settings: Extract<ActivitySettings, { kind: 'practical' }>): string[] {
  const { trainers, lineManagers, personIds } = settings.assessors;
  const missing: string[] = [];
  if (settings.items.length === 0) missing.push(`The practical “${title}” has nothing to check.`);
  if (!trainers && !lineManagers && personIds.length === 0) {
    missing.push(`Nobody may sign the practical “${title}”. Choose who assesses it.`);
  }
  return missing;
}

function missingInSurvey(title: string, { questions }: Extract<ActivitySettings, { kind: 'survey' }>): string[] {
  if (questions.length === 0) return [`The survey “${title}” asks nothing.`];
  return questions
    .filter(({ body }) => 'choices' in body && body.choices.length < 2)
    .map(({ text }) => `The question “${text}” of the survey “${title}” needs two choices or more.`);
}
