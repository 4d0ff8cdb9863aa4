import type { StageDraft } from './path-draft.js';
import type { PathT } from './words.js';

/** "Any 1 of 3: First aid, Fire marshal, …" */
export function choiceName(stage: StageDraft, key: string, at: number, t: PathT): string {
  const members = stage.steps.filter(({ choice }) => choice === key);
  const need = stage.choices[at]?.need ?? 1;
  const titles = members.map(({ title }) => title || t('stages.untitled')).join(', ');
  return t('choice.named', { any: t('choice.any', { need, of: members.length }), titles });
}
