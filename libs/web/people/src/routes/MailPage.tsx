import { can, formatMoment, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Notice, Page, PageHeader, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { mailQuery } from '../api/mails.js';
import { mailLink } from '../outbox/mail-parts.js';
import { MailLink } from '../outbox/MailLink.js';
import { MailState } from '../outbox/MailState.js';
import { mailWhy } from '../outbox/mail-why.js';
import { MailText } from '../outbox/MailText.js';
import { SendAgain } from '../outbox/SendAgain.js';
import styles from '../outbox/outbox.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { outboxTexts } from '../texts/outbox.js';

/** One mail as it was written, with its link to press. */
export function MailPage() {
  const { t } = useTexts(outboxTexts);
  const me = useMe();
  const { mailId = '' } = useParams();
  const { data: mail } = useQuery(mailQuery(mailId));
  usePageTitle(mail?.subject);
  if (!mail) return <ListSkeleton />;

  const link = mailLink(mail.text);
  const why = mailWhy(t, mail);
  const person = can(me, 'people.read') ? mail.personId : null;
  return (
    <Page width="reading">
      <PageHeader
        title={mail.subject}
        above={<Link to={paths.outbox}>{t('back')}</Link>}
        lead={
          <span className={styles.state}>
            <MailState mail={mail} />
            <span>{t('toLine', { address: mail.to })}</span>
            <span>
              {mail.sentAt
                ? t('sentAt', { moment: formatMoment(mail.sentAt) })
                : t('writtenAt', { moment: formatMoment(mail.createdAt) })}
            </span>
          </span>
        }
      />
      {mail.state === 'kept' && (
        <div className={styles.notices}>
          <Notice>{t('keptOne')}</Notice>
        </div>
      )}
      {why && (
        <div className={styles.notices}>
          <Notice tone={mail.endedWhy === 'late' ? 'plain' : 'danger'}>{why}</Notice>
          {mail.canBeSentAgain && can(me, 'mail.write') && <SendAgain mailId={mail.id} personId={person} />}
        </div>
      )}
      {link && <MailLink link={link} to={mail.to} />}
      <Section title={t('text')}>
        {mail.state !== 'kept' && <p className={styles.note}>{t('onlyReader')}</p>}
        <MailText text={mail.text} />
      </Section>
    </Page>
  );
}
