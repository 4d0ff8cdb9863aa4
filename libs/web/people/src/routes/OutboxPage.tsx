import { useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, ExportMenu, Notice, Page, PageHeader } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mailsQuery } from '../api/mails.js';
import { MailTable } from '../outbox/MailTable.js';
import styles from '../outbox/outbox.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { outboxTexts } from '../texts/outbox.js';

/** Every mail that was written, and what became of it. */
export function OutboxPage() {
  const { t } = useTexts(outboxTexts);
  const list = useInfiniteQuery(mailsQuery());
  const exported = useListExport([{ list: 'mails', filters: {} }]);
  usePageTitle(t('title'));
  if (!list.data) return <ListSkeleton />;

  const mails = list.data.pages.flatMap((page) => page.items);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} aside={mails.length > 0 && <ExportMenu {...exported} />} />
      {mails[0]?.state === 'kept' && (
        <div className={styles.notice}>
          <Notice>{t('kept')}</Notice>
        </div>
      )}
      {mails.length > 0 ? <MailTable mails={mails} /> : <Empty level={2} title={t('none')} text={t('noneText')} />}
      <MoreButton list={list} />
    </Page>
  );
}
