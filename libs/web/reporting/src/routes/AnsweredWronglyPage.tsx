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
import { Link, useParams } from 'react-router';
import { answeredWronglyQuery } from '../api/learners.js';
import styles from '../learners/learners.module.css';
import { overviewLink } from '../learners/learners-link.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { WhoseFields } from '../learners/WhoseFields.js';
import { learnersTexts } from '../texts/learners.js';

/** Who answered a question wrongly the last time: the people behind a line of the overview. */
export function AnsweredWronglyPage() {
  const { t } = useTexts(learnersTexts);
  const { questionId = '' } = useParams();
  const address = useLearnersAddress();
  const { organisationId, schemeId } = address.filter;
  const filter = { organisationId, schemeId };
  const list = useInfiniteQuery(answeredWronglyQuery(questionId, filter));
  const exported = useListExport([{ list: 'answered-wrongly', filters: { ...filter, questionId } }]);
  usePageTitle(t('wrong.title'));
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
        title={t('wrong.title')}
        lead={first && t('wrong.lead', { question: first.question })}
        above={<Link to={overviewLink(filter)}>{t('back')}</Link>}
        aside={rows.length > 0 && <ExportMenu {...exported} />}
      />
      <div className={styles.filters}>
        <WhoseFields address={address} />
      </div>
      {rows.length === 0 ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <Section title={t('people')}>
          <DataTable
            caption={t('people')}
            rows={rows}
            rowKey={({ personId }) => personId}
            columns={[
              {
                ...{ key: 'person', head: t('person'), main: true },
                cell: ({ personId, name }) => <Link to={paths.personRecord(personId)}>{name}</Link>,
              },
              { key: 'organisation', head: t('organisation'), cell: ({ organisationName }) => organisationName },
              { key: 'course', head: t('course'), cell: ({ title }) => title },
              { key: 'on', head: t('wrong.on'), tight: true, cell: ({ answeredOn }) => formatDay(answeredOn) },
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
