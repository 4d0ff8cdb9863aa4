import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, LateExportMenu, LinkButton, Page, PageHeader, Rows, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { sessionsQuery } from '../api/sessions.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { SessionFilters } from '../components/SessionFilters.js';
import { SessionRow } from '../components/SessionRow.js';
import styles from '../components/sessions.module.css';
import { useSessionAddress } from '../components/use-session-address.js';
import { sessionTexts } from '../texts/sessions.js';

/** What is coming: to book a place for oneself, and for those who plan or train, to look after. */
export function SessionsPage() {
  const { t } = useTexts(sessionTexts);
  const me = useMe();
  const plans = can(me, 'record.write');
  const books = can(me, 'assignments.write');
  const address = useSessionAddress(me.today);
  // What is held or cancelled is of no use to somebody who looks for a place.
  const filter = plans ? address.filter : { ...address.filter, state: 'planned' as const };
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(sessionsQuery(filter));
  const exported = useListExport([{ list: 'sessions', filters: filter }]);
  usePageTitle(t('list.title'));
  if (!data) return <PageSkeleton />;
  const sessions = data.pages.flatMap(({ items }) => items);
  const narrowed = address.narrowed || address.past;
  const [first] = sessions;
  const { courseId } = address.filter;
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t(plans || books ? 'list.leadDesk' : 'list.lead')}
        aside={
          <>
            <LinkButton to={paths.mySessions}>{t('list.mine')}</LinkButton>
            {first && <LateExportMenu {...exported} />}
            {books && <LinkButton to={paths.bookSession()}>{t('list.book')}</LinkButton>}
            {plans && (
              <LinkButton variant="main" to={`${paths.sessions}/new`}>
                {t('list.plan')}
              </LinkButton>
            )}
          </>
        }
      />
      <SessionFilters address={address} desk={plans} />
      <Section
        title={
          courseId ? (first ? t('list.course', { title: first.courseTitle }) : t('list.courseOnly')) : t('list.caption')
        }
      >
        {(heading) =>
          sessions.length > 0 ? (
            <>
              <Rows labelledBy={heading}>
                {sessions.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </Rows>
              {hasNextPage && (
                <div className={styles.more}>
                  <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          ) : (
            <Empty
              title={t(narrowed ? 'list.noneMatch' : 'list.none')}
              text={t(narrowed ? 'list.noneMatchText' : 'list.noneText')}
              action={narrowed && <LinkButton to={{ search: '' }}>{t('list.clear')}</LinkButton>}
            />
          )
        }
      </Section>
    </Page>
  );
}
