import type { BrandLogo } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { useId, useState } from 'react';
import { sendLogo } from './api.js';
import { brandingTexts } from './branding-texts.js';
import styles from './branding.module.css';
import { drawLogo } from './draw-logo.js';

interface Props {
  logo: BrandLogo | null;
  /** Where the browser finds it. */
  address: string | null;
  onChange: (logo: BrandLogo | null, address: string | null) => void;
}

/** A picture is drawn and sent as soon as it is chosen; it counts once the settings are saved. */
export function LogoField({ logo, address, onChange }: Props) {
  const { t } = useTexts(brandingTexts);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [input, hint] = [useId(), useId()];
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      const png = await drawLogo(file);
      if (png === null || png === 'too-large') setProblem(t(png === null ? 'logo.unreadable' : 'logo.tooLarge'));
      else onChange(await sendLogo(png), URL.createObjectURL(png));
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.logo}>
      {logo && address ? (
        <p className={styles.shown}>
          <img src={address} alt={t('logo.shown', { width: logo.width, height: logo.height })} />
        </p>
      ) : (
        <p>{t('logo.none')}</p>
      )}
      <label className={styles.choose} htmlFor={input} data-busy={busy || undefined}>
        {t(logo ? 'logo.again' : 'logo.label')}
        <input
          id={input}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-describedby={hint}
          disabled={busy}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <p id={hint} className={styles.hint}>
        {t('logo.hint')}
      </p>
      {problem && <Notice tone="danger">{problem}</Notice>}
      {logo && (
        <Button variant="quiet" size="small" onClick={() => onChange(null, null)}>
          {t('logo.remove')}
        </Button>
      )}
    </div>
  );
}
