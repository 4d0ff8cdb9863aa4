import type { MailItem } from '@lms/contracts';
import { formatMoment, paths, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { outboxTexts } from '../texts/outbox.js';
import { mailWhy } from './mail-why.js';
import { MailState } from './MailState.js';
import styles from './outbox.module.css';

export function MailTable({ mails }: { mails: readonly MailItem[] }) {
  const { t } = useTexts(outboxTexts);
  return (
    <DataTable
      caption={t('caption')}
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: 'subject',
          head: t('subject'),
          main: true,
          cell: (mail) => {
            const why = mailWhy(t, mail);
            return (
              <>
                <Link to={paths.mail(mail.id)}>{mail.subject}</Link>
                {why && <span className={styles.why}>{why}</span>}
              </>
            );
          },
        },
        { key: 'to', head: t('to'), cell: (mail) => mail.to },
        { key: 'state', head: t('state'), tight: true, cell: (mail) => <MailState mail={mail} /> },
        { key: 'written', head: t('written'), tight: true, cell: (mail) => formatMoment(mail.createdAt) },
      ]}
    />
  );
}
