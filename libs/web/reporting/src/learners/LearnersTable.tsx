import { paths, useTexts } from '@lms/web-platform';
import { Button, type Column, DataTable, FormActions, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { learnersTexts } from '../texts/learners.js';

interface Learner {
  personId: string;
  name: string;
  organisationName: string;
  /** Of the course. */
  title: string;
}

interface Props<T extends Learner> {
  title: string;
  rows: T[];
  rowKey: (row: T) => string;
  /** What follows person, organisation and course. */
  columns: Column<T>[];
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** People with what they did, page after page. */
export function LearnersTable<T extends Learner>({ title, rows, rowKey, columns, list }: Props<T>) {
  const { t } = useTexts(learnersTexts);
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        {...{ rows, rowKey }}
        columns={[
          {
            ...{ key: 'person', head: t('person'), main: true },
            cell: ({ personId, name }) => <Link to={paths.personRecord(personId)}>{name}</Link>,
          },
          { key: 'organisation', head: t('organisation'), cell: ({ organisationName }) => organisationName },
          { key: 'course', head: t('course'), cell: ({ title: course }) => course },
          ...columns,
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
  );
}
