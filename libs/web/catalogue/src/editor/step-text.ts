import type { DraftStep } from '@lms/contracts';
import type { TextFunctions, Texts } from '@lms/web-platform';
import type { builderTexts } from '../texts/builder.js';

export type BuilderT = TextFunctions<typeof builderTexts extends Texts<infer Tree> ? Tree : never>['t'];

const KEYS = {
  'activity.add': 'step.add',
  'activity.save': 'step.save',
  'activity.remove': 'step.remove',
  'activity.order': 'step.order',
  'captions.add': 'step.captions',
  'captions.remove': 'step.captions',
  'poster.save': 'step.poster',
  'version.save': 'step.settings',
  'version.file': 'step.file',
} as const;

/** What was done, after "Undo: " or "Taken back: ". */
export const stepText = ({ action, title }: DraftStep, t: BuilderT): string => t(KEYS[action], { title: title ?? '' });
