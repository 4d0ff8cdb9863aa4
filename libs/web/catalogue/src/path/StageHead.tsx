import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon, Plate, TextField } from '@lms/web-ui';
import { useState, type ComponentProps } from 'react';
import { MoveButtons } from '../components/MoveButtons.js';
import { pathTexts } from '../texts/paths.js';
import { offsetOf, type StageDraft } from './path-draft.js';
import { postText } from './words.js';
import styles from './Stages.module.css';

interface Props {
  stage: StageDraft;
  index: number;
  count: number;
  /** What makes the grip drag the stage. */
  grip: ComponentProps<'button'>;
  onChange: (change: Partial<Pick<StageDraft, 'title' | 'offset'>>, field: 'title' | 'offset') => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** What a stage is called and on which day its courses are due. */
export function StageHead({ stage, index, count, grip, onChange, onMove, onRemove }: Props) {
  const { t } = useTexts(pathTexts);
  // A new stage is not scolded before somebody was there.
  const [left, setLeft] = useState({ title: stage.title !== '', offset: true });
  const place = t('stages.stage', { place: index + 1 });
  const named = t('stages.named', { title: stage.title || place });
  const offset = offsetOf(stage);
  return (
    <>
      <div className={styles.stageTop}>
        <h3>
          <button
            type="button"
            {...grip}
            className={styles.grip}
            aria-label={t('stages.drag', { title: stage.title || place })}
          >
            <Icon name="grip" />
          </button>
          {place}
          <Plate look="ink">{offset === null ? '?' : postText(offset)}</Plate>
          {offset === 0 && <span className={styles.note}>{t('stages.first')}</span>}
        </h3>
        <div className={styles.stageActions}>
          <MoveButtons
            upText={t('stages.up')}
            downText={t('stages.down')}
            named={named}
            first={index === 0}
            last={index === count - 1}
            onMove={onMove}
          />
          <Button size="small" variant="quiet" onClick={onRemove}>
            {t('stages.remove')}
            <Hidden>{named}</Hidden>
          </Button>
        </div>
      </div>
      <div className={styles.stageFields}>
        <TextField
          label={t('stages.name')}
          value={stage.title}
          maxLength={80}
          error={left.title && !stage.title.trim() ? t('stages.nameMissing') : null}
          onChange={(event) => onChange({ title: event.target.value }, 'title')}
          onBlur={() => setLeft({ ...left, title: true })}
        />
        <TextField
          label={t('stages.offset')}
          hint={t('stages.offsetHint')}
          value={stage.offset}
          autoComplete="off"
          error={left.offset && offset === null ? t('stages.offsetWrong') : null}
          onChange={(event) => {
            setLeft({ ...left, offset: false });
            onChange({ offset: event.target.value }, 'offset');
          }}
          onBlur={() => setLeft({ ...left, offset: true })}
        />
      </div>
    </>
  );
}
