import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, toast } from '@lms/web-ui';
import { Link } from 'react-router';
import { useSendAgain } from '../api/mails.js';
import { outboxTexts } from '../texts/outbox.js';
import styles from './outbox.module.css';

/** For a mail that the server refused, once what was wrong is put right. */
export function SendAgain({ mailId, personId }: { mailId: string; personId: string | null }) {
  const { t } = useTexts(outboxTexts);
  const again = useSendAgain(mailId);
  return (
    <div>
      {again.error && <Notice tone="danger">{problemText(again.error)}</Notice>}
      <FormActions>
        <Button
          variant="main"
          busy={again.isPending}
          onClick={() => again.mutate(undefined, { onSuccess: () => toast(t('sendingAgain')) })}
        >
          {t('sendAgain')}
        </Button>
      </FormActions>
      <p className={styles.note}>
        {t('sendAgainNote')} {personId && <Link to={paths.person(personId)}>{t('person')}</Link>}
      </p>
    </div>
  );
}
