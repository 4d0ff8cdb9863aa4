import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, LateExportMenu, FilterLinks, LinkButton, Page, PageHeader, Rows, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { myBookingsQuery } from '../api/my-bookings.js';
import { MyBookingRow } from '../components/MyBookingRow.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import styles from '../components/sessions.module.css';
import { sessionTexts } from '../texts/sessions.js';

const SHOWS = ['coming', 'past'] as const;

/** What one is booked for and where one waits; and what is over. */
export function MySessionsPage() {
  const { t } = useTexts(sessionTexts);
  const [search] = useSearchParams();
  const show = search.get('show') === 'past' ? 'past' : 'coming';
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(myBookingsQuery(show));
  const exported = useListExport([{ list: 'my-sessions', filters: show === 'past' ? { show } : {} }]);
  usePageTitle(t('own.title'));
  if (!data) return <PageSkeleton />;
  const bookings = data.pages.flatMap(({ items }) => items);
  return (
    <Page width="reading">
      <PageHeader
        title={t('own.title')}
        lead={t('own.lead')}
        above={<Link to={paths.sessions}>{t('one.back')}</Link>}
        aside={
          <>
            <LinkButton to={paths.checkIn}>{t('checkIn')}</LinkButton>
            <LinkButton to={paths.sessions}>{t('own.find')}</LinkButton>
            {bookings.length > 0 && <LateExportMenu {...exported} />}
          </>
        }
      />
      <FilterLinks
        label={t('own.which')}
        links={SHOWS.map((each) => ({
          ...{ key: each, label: t(`own.show.${each}`), current: each === show },
          to: { search: each === 'past' ? 'show=past' : '' },
        }))}
      />
      <Section title={t(`own.show.${show}`)}>
        {(heading) =>
          bookings.length > 0 ? (
            <Rows labelledBy={heading}>
              {bookings.map((booking) => (
                <MyBookingRow key={booking.bookingId} booking={booking} />
              ))}
            </Rows>
          ) : (
            <Empty
              title={t(`own.none.${show}`)}
              text={t(`own.noneText.${show}`)}
              action={show === 'coming' && <LinkButton to={paths.sessions}>{t('own.find')}</LinkButton>}
            />
          )
        }
      </Section>
      {hasNextPage && (
        <div className={styles.more}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
