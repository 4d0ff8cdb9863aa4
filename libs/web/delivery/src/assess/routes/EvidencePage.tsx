import type { EvidenceQueueItem } from '@lms/contracts';
import { can, formatDay, formatDayOf, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  FilterLinks,
  FormActions,
  Hidden,
  LateExportMenu,
  LinkButton,
  Page,
  PageHeader,
  Plate,
  Row,
  Rows,
  SearchField,
  Section,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { evidenceListQuery } from '../api/evidence.js';
import { myChecksQuery } from '../api/my-checks.js';
import { assessTexts } from '../texts.js';
import styles from './EvidencePage.module.css';

/** What waits for a verifier, and what somebody sent for others; which of them lives in the address. */
export function EvidencePage() {
  const { t } = useTexts(assessTexts);
  const me = useMe();
  const verifies = can(me, 'record.write');
  const { data: checks } = useQuery(myChecksQuery());
  const [search, setSearch] = useSearchParams();
  const list = verifies && search.get('list') !== 'sent' ? 'to-check' : 'sent';
  const q = search.get('q') ?? '';
  const of = {
    organisationId: search.get('organisationId') || undefined,
    schemeId: search.get('schemeId') || undefined,
  };
  const narrowed = Boolean(of.organisationId ?? of.schemeId);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(evidenceListQuery(list, q, of));
  const exported = useListExport([{ list: list === 'sent' ? 'evidence-sent' : 'evidence', filters: { q, ...of } }]);
  usePageTitle(t('queue.title'));
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
  const toCheck = checks?.toCheck ?? 0;
  const linkTo = (next: 'to-check' | 'sent') => ({ search: next === 'sent' ? '?list=sent' : '' });
  const find = (text: string) =>
    setSearch(
      (values) => {
        if (text) values.set('q', text);
        else values.delete('q');
        return values;
      },
      { replace: true, preventScrollReset: true },
    );
  const lead =
    list === 'sent'
      ? t('queue.leadSends')
      : toCheck > 0
        ? t('queue.leadCheck', { count: toCheck })
        : t('queue.leadNone');
  return (
    <Page width="reading">
      <PageHeader
        title={t('queue.title')}
        lead={lead}
        aside={
          <>
            {items.length > 0 && <LateExportMenu {...exported} />}
            {checks?.sends && <LinkButton to={paths.sendEvidence}>{t('queue.send')}</LinkButton>}
          </>
        }
      />
      {verifies && checks?.sends && (
        <FilterLinks
          label={t('queue.lists')}
          links={[
            {
              key: 'to-check',
              to: linkTo('to-check'),
              label: t('queue.toCheck'),
              count: toCheck,
              current: list === 'to-check',
            },
            { key: 'sent', to: linkTo('sent'), label: t('queue.sent'), current: list === 'sent' },
          ]}
        />
      )}
      {narrowed && (
        <p className={styles.only}>
          {t('queue.only')} <Link to={linkTo(list)}>{t('queue.all')}</Link>
        </p>
      )}
      {(items.length > 3 || q !== '') && (
        <div className={styles.search}>
          <SearchField label={t('queue.search')} value={q} onSearch={find} />
        </div>
      )}
      <Section title={t(list === 'sent' ? 'queue.sent' : 'queue.toCheck')}>
        {(heading) =>
          items.length === 0 ? (
            <Empty
              title={t(q ? 'queue.noMatch' : list === 'sent' ? 'queue.noneSent' : 'queue.none')}
              text={t(q ? 'queue.noMatchText' : list === 'sent' ? 'queue.noneSentText' : 'queue.noneText')}
            />
          ) : (
            <>
              <Rows labelledBy={heading}>
                {items.map((item) => (
                  <EvidenceRow key={item.id} item={item} sent={list === 'sent'} />
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
          )
        }
      </Section>
    </Page>
  );
}

function EvidenceRow({ item, sent }: { item: EvidenceQueueItem; sent: boolean }) {
  const { t } = useTexts(assessTexts);
  const again = sent && item.state === 'returned';
  const to = again
    ? `${paths.sendEvidence}?person=${item.personId}&activity=${item.activityId}`
    : paths.evidenceItem(item.id);
  return (
    <Row
      title={
        <>
          {item.name}{' '}
          {sent && <Plate look={item.state === 'returned' ? 'danger' : 'outline'}>{t(`state.${item.state}`)}</Plate>}
        </>
      }
      detail={
        <>
          <div>
            {item.courseTitle}. {item.issuer}
          </div>
          <div>
            {t('queue.sentOn', { day: formatDayOf(item.submittedAt), name: item.submittedByName })}{' '}
            {item.expiresOn && t('queue.expires', { day: formatDay(item.expiresOn) })}
          </div>
          {item.reason && <div>{t('queue.reason', { reason: item.reason })}</div>}
        </>
      }
      action={
        <LinkButton to={to}>
          {t(again ? 'queue.sendAgain' : sent ? 'queue.open' : 'queue.check')}
          <Hidden>{t('named', { name: `${item.name}, ${item.courseTitle}` })}</Hidden>
        </LinkButton>
      }
    />
  );
}
