import { CALLOUTS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import type { ReactNode } from 'react';
import styles from './Callout.module.css';
import { pageTexts } from './texts.js';

const ICONS = { note: 'note', warning: 'warning', tip: 'tip' } as const;

/** Words set apart: by a mark and a word, not by colour alone. */
export function Callout({ kind: given, children }: { kind: string | null; children: ReactNode }) {
  const { t } = useTexts(pageTexts);
  const kind = CALLOUTS.find((known) => known === given);
  if (!kind) return children;
  return (
    <div data-callout={kind} role="note">
      <p className={styles.word}>
        <Icon name={ICONS[kind]} />
        {t(`callout.${kind}`)}
      </p>
      {children}
    </div>
  );
}
