import type { ErasurePreview } from '@lms/contracts';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { Notice, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { Blocks, hardBlocks } from '../erasure/Blocks.js';
import { PreviewParts } from '../erasure/PreviewParts.js';
import styles from '../shared/shared.module.css';
import { personTexts } from '../texts/person.js';
import { ProposeForm } from './ProposeForm.js';

/** What an erasure would do, what stands in its way, and proposing it. */
export function EraseSection({ preview }: { preview: ErasurePreview }) {
  const { t } = useTexts(personTexts);
  const { blocks, keptUntil, name, proposedId } = preview;
  const hard = hardBlocks(blocks);
  return (
    <Section title={t('erase.title')}>
      <div className={styles.stack}>
        <div className={styles.part}>
          <p>{t('erase.lead', { name })}</p>
          {proposedId && (
            <Notice>
              {t('erase.waits')} <Link to={paths.erasure(proposedId)}>{t('erase.waitsLink')}</Link>
            </Notice>
          )}
          <Blocks blocks={blocks} />
          {hard.length === 0 && blocks.length > 0 && (
            <Notice>
              {t('erase.block.too-soon')}{' '}
              {keptUntil ? t('erase.keptUntil', { day: formatDay(keptUntil) }) : t('erase.keptForGood')}
            </Notice>
          )}
        </div>
        <PreviewParts preview={preview} />
        {hard.length === 0 && !proposedId && <ProposeForm preview={preview} tooSoon={blocks.length > 0} />}
      </div>
    </Section>
  );
}
