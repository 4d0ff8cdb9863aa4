import { useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, ExportMenu, FilterLinks, Notice, Page, PageHeader } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mailsQuery } from '../api/mails.js';
import { MailTable } from '../outbox/MailTable.js';
import styles from '../outbox/outbox.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { useAddress } from '../shared/use-address.js';
import { oneOf } from '../shared/words.js';
import { outboxTexts } from '../texts/outbox.js';

const none = {
  all: { title: 'none', text: 'noneText' },
  failed: { title: 'noneFailed', text: 'noneFailedText' },
  late: { title: 'noneLate', text: 'noneLateText' },
} as const;

/** Every mail that was written, and what became of it. */
export function OutboxPage() {
  const { t } = useTexts(outboxTexts);
  const address = useAddress();
  const show = oneOf(['failed', 'late'] as const, address.read('show')) ?? 'all';
  const list = useInfiniteQuery(mailsQuery(show));
  const exported = useListExport([{ list: 'mails', filters: { show } }]);
  usePageTitle(t('title'));
  if (!list.data) return <ListSkeleton />;

  const mails = list.data.pages.flatMap((page) => page.items);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} aside={mails.length > 0 && <ExportMenu {...exported} />} />
      <div className={styles.shown}>
        <FilterLinks
          label={t('show.label')}
          links={[
            { key: 'all', to: address.to('show', null), label: t('show.all'), current: show === 'all' },
            {
              ...{ key: 'failed', to: address.to('show', 'failed'), label: t('show.failed') },
              ...{ count: list.data.pages[0]?.failed, current: show === 'failed' },
            },
            { key: 'late', to: address.to('show', 'late'), label: t('show.late'), current: show === 'late' },
          ]}
        />
      </div>
      {mails[0]?.state === 'kept' && (
        <div className={styles.notice}>
          <Notice>{t('kept')}</Notice>
        </div>
      )}
      {mails.length > 0 ? (
        <MailTable mails={mails} />
      ) : (
        <Empty level={2} title={t(none[show].title)} text={t(none[show].text)} />
      )}
      <MoreButton list={list} />
    </Page>
  );
}
