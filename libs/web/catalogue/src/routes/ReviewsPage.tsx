import type { Reviews } from '@lms/contracts';
import { formatMoment, paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, ExportMenu, Hidden, LinkButton, Page, PageHeader, Plate, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { reviewsQuery } from '../api/reviews.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { reviewTexts } from '../texts/reviews.js';

type Item = Reviews['items'][number];

/** What waits for a second person; what one submitted oneself waits for somebody else. */
export function ReviewsPage() {
  const { t } = useTexts(reviewTexts);
  const { data } = useQuery(reviewsQuery());
  const exported = useListExport([{ list: 'reviews', filters: {} }]);
  usePageTitle(t('title'));
  if (!data) return <PageSkeleton />;
  const yours = data.items.filter((item) => !item.mine);
  const mine = data.items.filter((item) => item.mine);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} aside={data.items.length > 0 && <ExportMenu {...exported} />} />
      {yours.length === 0 ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <Section title={t('yours')}>
          {(heading) => (
            <Rows labelledBy={heading}>
              {yours.map((item, index) => (
                <ReviewRow key={item.versionId} item={item} first={index === 0} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {mine.length > 0 && (
        <Section title={t('others')}>
          {(heading) => (
            <Rows labelledBy={heading}>
              {mine.map((item) => (
                <ReviewRow key={item.versionId} item={item} first={false} />
              ))}
            </Rows>
          )}
        </Section>
      )}
    </Page>
  );
}

function ReviewRow({ item, first }: { item: Item; first: boolean }) {
  const { t } = useTexts(reviewTexts);
  const to = `${item.kind === 'course' ? paths.manageCourse(item.id) : paths.path(item.id)}?version=${item.number}`;
  const title = t('item', { title: item.title, number: item.number });
  return (
    <Row
      title={title}
      detail={
        <>
          {t('asked', {
            kind: t(`kind.${item.kind}`),
            name: item.submittedByName,
            moment: formatMoment(item.submittedAt),
          })}{' '}
          {item.mine && <Plate look="soft">{t('mine')}</Plate>}
        </>
      }
      action={
        <LinkButton variant={first ? 'here' : 'usual'} to={to}>
          {t('look')}
          <Hidden> {title}</Hidden>
        </LinkButton>
      }
    />
  );
}
