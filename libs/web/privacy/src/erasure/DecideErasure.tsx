import type { Erasure } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Notice, Section, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useErasureChanges } from '../api/erasures.js';
import { AreaField } from '../shared/AreaField.js';
import { ConfirmButton } from '../shared/ConfirmButton.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { erasureTexts } from '../texts/erasure.js';

interface Props {
  erasure: Erasure;
  /** Nothing has changed, and nothing stands in the way. */
  stands: boolean;
  /** In how many things that others named the name stands. */
  names: number;
}

/** The second person applies or refuses; whoever proposed it may take it back. */
export function DecideErasure({ erasure, stands, names }: Props) {
  const { t } = useTexts(erasureTexts);
  const { approve, refuse, withdraw } = useErasureChanges();
  const { busy, problem, run } = useDoing();
  const [note, setNote] = useState('');
  const failed = problem && <Notice tone="danger">{problem}</Notice>;
  const { id, name, mine, toDecide } = erasure;
  if (!mine && !toDecide) return null;
  const go = (work: () => Promise<unknown>, done: 'applied' | 'refused' | 'withdrawn') =>
    void run(work, () => toast(t(done)));
  return (
    <Section title={t('decide')}>
      <div className={styles.part}>
        <p>{t(mine ? 'mine' : 'decideLead')}</p>
        {failed}
        {mine && (
          <Button busy={busy} onClick={() => go(() => withdraw(id), 'withdrawn')}>
            {t('withdraw')}
          </Button>
        )}
        {toDecide && stands && (
          <ConfirmButton
            label={t('approve', { name })}
            text={names > 0 ? `${t('sure')} ${t('sureNames', { count: names })}` : t('sure')}
            sure={t('sureButton')}
            busy={busy}
            danger
            onSure={() => go(() => approve(id), 'applied')}
          />
        )}
        {toDecide && (
          <>
            <div className={styles.wide}>
              <AreaField label={t('note')} hint={t('noteHint')} value={note} onChange={setNote} />
            </div>
            <Button busy={busy} onClick={() => go(() => refuse(id, note.trim()), 'refused')}>
              {t('refuse')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
