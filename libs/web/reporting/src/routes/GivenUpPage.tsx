import { formatDay, paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  DataTable,
  Empty,
  ExportMenu,
  FormActions,
  Page,
  PageHeader,
  Section,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { givenUpQuery } from '../api/learners.js';
import styles from '../learners/learners.module.css';
import { overviewLink } from '../learners/learners-link.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { WhoseFields } from '../learners/WhoseFields.js';
import { learnersTexts } from '../texts/learners.js';

/** Who began something, and where they stopped: the people behind a line of the overview. */
export function GivenUpPage() {
  const { t } = useTexts(learnersTexts);
  const address = useLearnersAddress();
  const { from: _from, to: _to, ...filter } = address.filter;
  const list = useInfiniteQuery(givenUpQuery(filter));
  const exported = useListExport([{ list: 'given-up', filters: filter }]);
  usePageTitle(t('givenUp.title'));
  if (!list.data)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  const rows = list.data.pages.flatMap(({ items }) => items);
  const [first] = rows;
  return (
    <Page width="wide">
      <PageHeader
        title={t('givenUp.title')}
        lead={t('givenUp.lead')}
        above={<Link to={overviewLink(filter)}>{t('back')}</Link>}
        aside={rows.length > 0 && <ExportMenu {...exported} />}
      />
      <div className={styles.filters}>
        <WhoseFields address={address} />
      </div>
      {(filter.courseId || filter.activityId) && (
        <p className={styles.only}>
          {first && <b>{t('givenUp.only', { title: first.title, activity: first.activity })}</b>}
          <Link to={address.to({ courseId: '', activityId: '' })}>{t('all')}</Link>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <Section title={t('people')}>
          <DataTable
            caption={t('people')}
            rows={rows}
            rowKey={({ personId, activityId }) => `${personId} ${activityId}`}
            columns={[
              {
                ...{ key: 'person', head: t('person'), main: true },
                cell: ({ personId, name }) => <Link to={paths.personRecord(personId)}>{name}</Link>,
              },
              { key: 'organisation', head: t('organisation'), cell: ({ organisationName }) => organisationName },
              { key: 'course', head: t('course'), cell: ({ title }) => title },
              { key: 'where', head: t('givenUp.where'), cell: ({ activity }) => activity },
              { key: 'last', head: t('givenUp.last'), tight: true, cell: ({ lastOn }) => formatDay(lastOn) },
            ]}
          />
          {list.hasNextPage && (
            <FormActions>
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('more')}
              </Button>
            </FormActions>
          )}
        </Section>
      )}
    </Page>
  );
}
