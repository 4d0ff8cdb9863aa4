import { fieldProblem, useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon, Plate, TextField } from '@lms/web-ui';
import type { OutcomeLine } from './edit-outcomes.js';
import styles from './outcomes.module.css';
import { outcomeTexts } from './texts.js';

interface Props {
  line: OutcomeLine;
  n: number;
  count: number;
  error: unknown;
  tried: boolean;
  onChange: (part: Partial<OutcomeLine>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One outcome: its name, how many courses have it, its place, and whether it is still given. */
export function OutcomeRow({ line, n, count, error, tried, onChange, onMove, onRemove }: Props) {
  const { t } = useTexts(outcomeTexts);
  const named = line.name || t('name', { n: n + 1 });
  const move = (by: -1 | 1) => (
    <Button size="small" variant="quiet" disabled={by < 0 ? n === 0 : n === count - 1} onClick={() => onMove(by)}>
      <Icon name={by < 0 ? 'up' : 'down'} />
      <Hidden>{t(by < 0 ? 'up' : 'down', { name: named })}</Hidden>
    </Button>
  );
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <TextField
          label={t('name', { n: n + 1 })}
          maxLength={80}
          autoComplete="off"
          value={line.name}
          error={tried && !line.name.trim() ? t('missing') : fieldProblem(error, `items.${n}.name`)}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <p className={styles.facts}>
          {line.id === null ? <Plate look="here">{t('new')}</Plate> : t('courses', { count: line.courses })}
          {line.retired && <Plate>{t('retired')}</Plate>}
        </p>
      </div>
      <div className={styles.acts}>
        {move(-1)}
        {move(1)}
        {line.id === null ? (
          <Button size="small" variant="quiet" onClick={onRemove}>
            {t('remove')}
            <Hidden> {named}</Hidden>
          </Button>
        ) : (
          <Button
            size="small"
            variant="quiet"
            aria-label={t(line.retired ? 'againOf' : 'retireOf', { name: named })}
            onClick={() => onChange({ retired: !line.retired })}
          >
            {t(line.retired ? 'again' : 'retire')}
          </Button>
        )}
      </div>
    </li>
  );
}
