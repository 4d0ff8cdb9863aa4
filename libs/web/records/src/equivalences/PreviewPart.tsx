import type { CountedPerson, EquivalencePreview } from '@lms/contracts';
import { formatCount, formatDay, paths, useTexts } from '@lms/web-platform';
import { Button, DataTable, Empty, FormActions, Icon, Notice, Section, StandingLabel } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { previewPeopleQuery } from './api.js';
import styles from './equivalences.module.css';
import { equivalenceTexts } from './texts.js';

/** What would be given or taken back, in numbers and by name. */
export function PreviewPart({ preview }: { preview: EquivalencePreview }) {
  const { t } = useTexts(equivalenceTexts);
  const { doneAt, done, total, people, kind } = preview;
  if (doneAt === null)
    return (
      <Notice>
        {total === null
          ? t('preview.counting')
          : t('preview.working', { done: formatCount(done), total: formatCount(total) })}
      </Notice>
    );
  if (people === 0 && kind === 'apply') return <Notice>{t('preview.nobodyGains')}</Notice>;
  return (
    <>
      <EffectSign preview={preview} />
      <Names preview={preview} />
    </>
  );
}

function EffectSign({ preview: { kind, people, entries, courses, changes } }: { preview: EquivalencePreview }) {
  const { t } = useTexts(equivalenceTexts);
  return (
    <section className={styles.sign} aria-labelledby="what-it-does">
      <h2 id="what-it-does">{t(kind === 'apply' ? 'preview.title' : 'preview.endTitle')}</h2>
      <dl>
        <div data-first>
          <dt>{t(kind === 'apply' ? 'preview.gain' : 'preview.lose')}</dt>
          <dd>{formatCount(people)}</dd>
        </div>
        {changes
          .filter(({ before, after }) => before !== after)
          .map(({ before, after, people: count }) => (
            <div key={`${before} ${after}`}>
              <dt>
                {t('preview.after', {
                  before: t(`standing.${before}`).toLowerCase(),
                  after: t(`standing.${after}`).toLowerCase(),
                })}
              </dt>
              <dd>{formatCount(count)}</dd>
            </div>
          ))}
        {courses.length > 1 &&
          courses.map(({ courseId, title, people: count }) => (
            <div key={courseId}>
              <dt>{t('preview.course', { title })}</dt>
              <dd>{formatCount(count)}</dd>
            </div>
          ))}
        <div>
          <dt>{t('preview.entries')}</dt>
          <dd>{formatCount(entries)}</dd>
        </div>
      </dl>
    </section>
  );
}

type Row = CountedPerson;

function Names({ preview: { id, courses } }: { preview: EquivalencePreview }) {
  const several = courses.length > 1;
  const { t } = useTexts(equivalenceTexts);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(previewPeopleQuery(id));
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('preview.names')}
      aside={
        <a className={styles.download} href={`/api/v1/equivalence-previews/${id}/people.csv`} download>
          <Icon name="download" /> {t('preview.download')}
        </a>
      }
    >
      {data && people.length === 0 ? (
        <Empty title={t('preview.nobody')} />
      ) : (
        <DataTable
          caption={t('preview.names')}
          rows={people}
          rowKey={(row) => `${row.personId} ${row.seq}`}
          columns={[
            {
              key: 'person',
              head: t('preview.person'),
              main: true,
              cell: (row) => <Link to={paths.personRecord(row.personId)}>{row.name}</Link>,
            },
            { key: 'organisation', head: t('preview.organisation'), cell: (row) => row.organisationName },
            ...(several ? [{ key: 'course', head: t('preview.courseHead'), cell: (row: Row) => row.courseTitle }] : []),
            { key: 'on', head: t('preview.completed'), tight: true, cell: (row) => formatDay(row.completedOn) },
            {
              key: 'until',
              head: t('preview.valid'),
              tight: true,
              cell: (row) => (row.validUntil ? formatDay(row.validUntil) : t('preview.forLife')),
            },
            {
              key: 'standing',
              head: t('preview.standing'),
              cell: ({ before, after }) => (
                <>
                  {before !== after && (
                    <span className={styles.below}>{t('preview.change', { before: t(`standing.${before}`) })}</span>
                  )}
                  <StandingLabel standing={after} text={t(`standing.${after}`)} />
                </>
              ),
            },
          ]}
        />
      )}
      {hasNextPage && (
        <FormActions>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </FormActions>
      )}
    </Section>
  );
}
