import { useTexts } from '@lms/web-platform';
import { Button, Section, toast } from '@lms/web-ui';
import styles from './Anchors.module.css';
import { KEY_ADDRESS } from './api.js';
import { anchorTexts } from './texts.js';

/** The public half of the key, whole, because it is compared digit by digit. */
export function PublicKey({ publicKey }: { publicKey: string }) {
  const { t } = useTexts(anchorTexts);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(publicKey);
      toast(t('key.copied'));
    } catch {
      toast(t('key.notCopied'));
    }
  };
  return (
    <Section title={t('key.title')}>
      <div className={styles.words}>
        <p>{t('key.text', { address: window.location.origin + KEY_ADDRESS })}</p>
        <p>
          <code className={styles.key} aria-label={t('key.label')}>
            {publicKey}
          </code>
        </p>
        <Button size="small" onClick={() => void copy()}>
          {t('key.copy')}
        </Button>
      </div>
    </Section>
  );
}
