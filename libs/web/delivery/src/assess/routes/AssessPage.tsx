import type { ToAssessItem } from '@lms/contracts';
import {
  formatDayAway,
  formatMoment,
  paths,
  problemText,
  useListExport,
  useMe,
  usePageTitle,
  useTexts,
} from '@lms/web-platform';
import {
  Button,
  Empty,
  FormActions,
  Hidden,
  LateExportMenu,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  Row,
  Rows,
  SearchField,
  Section,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { toAssessQuery } from '../api/assessments.js';
import { StartUnasked } from '../components/StartUnasked.js';
import { useBegin } from '../components/use-begin.js';
import { assessTexts } from '../texts.js';

/** Who waits for a signature, by person and course; and a way to begin without being asked. */
export function AssessPage() {
  const { t } = useTexts(assessTexts);
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(toAssessQuery(q));
  const begin = useBegin();
  const exported = useListExport([{ list: 'to-assess', filters: { q } }]);
  usePageTitle(t('list.title'));
  if (!data) {
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonRows />
        </Skeleton>
      </Page>
    );
  }
  const items = data.pages.flatMap((page) => page.items);
  const find = (text: string) => setSearch(text ? { q: text } : {}, { replace: true, preventScrollReset: true });
  const lead =
    items.length === 0
      ? t('list.leadNone')
      : hasNextPage
        ? t('list.leadMore')
        : t('list.lead', { count: new Set(items.map(({ personId }) => personId)).size });
  return (
    <Page width="reading">
      <PageHeader
        title={t('list.title')}
        lead={q ? undefined : lead}
        aside={items.length > 0 && <LateExportMenu {...exported} />}
      />
      {(items.length > 3 || q !== '') && <SearchField label={t('list.search')} value={q} onSearch={find} />}
      {begin.error && <Notice tone="danger">{problemText(begin.error)}</Notice>}
      {items.length > 0 ? (
        <Section title={t('list.caption')}>
          {(heading) => (
            <>
              <Rows labelledBy={heading}>
                {items.map((item) => (
                  <WaitingRow
                    key={`${item.personId} ${item.activityId}`}
                    item={item}
                    busy={begin.isPending}
                    onBegin={() => begin.mutate({ personId: item.personId, activityId: item.activityId })}
                  />
                ))}
              </Rows>
              {hasNextPage && (
                <FormActions>
                  <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {t('more')}
                  </Button>
                </FormActions>
              )}
            </>
          )}
        </Section>
      ) : (
        <Empty
          level={2}
          title={t(q ? 'list.noMatch' : 'list.none')}
          text={t(q ? 'list.noMatchText' : 'list.noneText')}
        />
      )}
      <StartUnasked />
    </Page>
  );
}

function WaitingRow({ item, busy, onBegin }: { item: ToAssessItem; busy: boolean; onBegin: () => void }) {
  const { t } = useTexts(assessTexts);
  const { today } = useMe();
  const facts = [
    [item.jobRole, item.organisationName].filter(Boolean).join(', '),
    item.courseTitle,
    [
      item.assessmentId ? t('list.begun') : '',
      item.askedAt ? t('list.asked', { day: formatMoment(item.askedAt) }) : '',
      item.dueOn ? t('list.due', { day: formatDayAway(item.dueOn, today) }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    item.note && t('list.note', { note: item.note }),
  ].filter(Boolean);
  return (
    <Row
      title={item.name}
      detail={facts.map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      action={
        item.assessmentId ? (
          <LinkButton to={paths.assessment(item.assessmentId)}>
            {t('list.carryOn')}
            <Hidden>{t('named', { name: item.name })}</Hidden>
          </LinkButton>
        ) : (
          <Button busy={busy} onClick={onBegin}>
            {t('list.start')}
            <Hidden>{t('named', { name: item.name })}</Hidden>
          </Button>
        )
      }
    />
  );
}
