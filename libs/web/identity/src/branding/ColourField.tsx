import { checkAccent, isHex, type Scheme } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button, FieldShell, Icon } from '@lms/web-ui';
import { brandingTexts } from './branding-texts.js';
import styles from './branding.module.css';

interface Props {
  scheme: Scheme;
  value: string;
  onChange: (hex: string) => void;
}

const ratio = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1);

/** One colour, by eye or by its code, with what it comes to for the eye. */
export function ColourField({ scheme, value, onChange }: Props) {
  const { t } = useTexts(brandingTexts);
  const known = isHex(value);
  return (
    <div className={styles.colour}>
      <FieldShell label={t(`colour.${scheme}`)} hint={t('colour.code')} error={known ? null : t('colour.wrong')}>
        {(ids) => (
          <span className={styles.picker}>
            <input
              type="color"
              aria-label={t('colour.eye', { what: t(`colour.${scheme}`) })}
              value={known ? value : '#000000'}
              onChange={(event) => onChange(event.target.value)}
            />
            <input
              {...ids}
              type="text"
              className={styles.code}
              spellCheck={false}
              autoComplete="off"
              maxLength={7}
              value={value}
              onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
            />
          </span>
        )}
      </FieldShell>
      <div aria-live="polite">{known && <Verdict scheme={scheme} value={value} onChange={onChange} />}</div>
    </div>
  );
}

function Verdict({ scheme, value, onChange }: Props) {
  const { t } = useTexts(brandingTexts);
  const { passes, text, button, nearest } = checkAccent(value, scheme);
  const figures = { text: ratio(text), button: ratio(button) };
  if (passes)
    return (
      <p className={styles.passes}>
        <Icon name="tick" /> {t('colour.passes', figures)}
      </p>
    );
  return (
    <div className={styles.fails}>
      <p>
        <Icon name="warning" /> {t('colour.fails', figures)}
      </p>
      <Button size="small" onClick={() => onChange(nearest)}>
        <span className={styles.swatch} style={{ background: nearest }} />
        {t('colour.nearest', { hex: nearest })}
      </Button>
    </div>
  );
}
