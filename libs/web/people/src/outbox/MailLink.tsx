import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Icon, Section, toast } from '@lms/web-ui';
import { outboxTexts } from '../texts/outbox.js';
import { linkOpens } from './mail-parts.js';
import styles from './outbox.module.css';

/** The link of a mail, to pass on to whom it was written to. */
export function MailLink({ link, to }: { link: string; to: string }) {
  const { t } = useTexts(outboxTexts);
  const opens = linkOpens(link);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t('copied'));
    } catch {
      toast(t('notCopied'), { tone: 'danger' });
    }
  };
  return (
    <Section title={t('link')}>
      <p className={styles.address}>{link}</p>
      {opens !== 'page' && (
        <p className={styles.note}>{t(opens === 'record' ? 'linkRecord' : 'linkText', { address: to })}</p>
      )}
      <FormActions>
        <Button variant="main" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <a className={styles.open} href={link} target="_blank" rel="noreferrer">
          {t('open')}
          <Icon name="onward" size={16} />
        </a>
      </FormActions>
    </Section>
  );
}
