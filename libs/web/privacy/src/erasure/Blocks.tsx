import type { ErasureBlock } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { personTexts } from '../texts/person.js';

/** What cannot be overridden. */
export const hardBlocks = (blocks: readonly ErasureBlock[]): ErasureBlock[] =>
  blocks.filter((block) => block !== 'too-soon');

/** Why somebody cannot be erased now. */
export function Blocks({ blocks }: { blocks: readonly ErasureBlock[] }) {
  const { t } = useTexts(personTexts);
  const hard = hardBlocks(blocks);
  if (hard.length === 0) return null;
  return (
    <Notice>
      <p>
        <strong>{t('erase.blocked')}</strong>
      </p>
      {hard.map((block) => (
        <p key={block}>{t(`erase.block.${block}`)}</p>
      ))}
    </Notice>
  );
}
