import { useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import styles from './Anchors.module.css';
import { anchorTexts } from './texts.js';

interface Props {
  publicKey: string;
  /** The day of the newest anchor, if there is one. */
  newest: string | undefined;
}

/** What `lms verify` takes, as it is typed. */
export function HowToVerify({ publicKey, newest = 'YYYY-MM-DD' }: Props) {
  const { t } = useTexts(anchorTexts);
  return (
    <Section title={t('verify.title')}>
      <div className={styles.words}>
        <p>{t('verify.text')}</p>
        <ul className={styles.needs}>
          <li>{t('verify.record')}</li>
          <li>{t('verify.anchor')}</li>
          <li>{t('verify.key')}</li>
        </ul>
        <Typed text={`npm run lms -- verify record.json anchor-${newest}.jsonl --key ${publicKey}`} />
        <p>{t('verify.then')}</p>
        <Typed text="npm run lms -- check" />
      </div>
    </Section>
  );
}

const Typed = ({ text }: { text: string }) => (
  <pre className={styles.typed}>
    <code>{text}</code>
  </pre>
);
