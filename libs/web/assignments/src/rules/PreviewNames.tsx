import type { PreviewPerson, RulePreview } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, DataTable, Empty, FilterLinks, FormActions, Icon, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { previewPeopleQuery, type Shown } from '../api/previews.js';
import { ruleTexts } from '../texts/rules.js';
import { dayThen, whyOf } from './preview-words.js';
import styles from './rules.module.css';

const effects = ['gains', 'loses', 'moves', 'keeps'] as const;

/** Everybody whom the rule concerns, by what it does to them, the first group with names open; all of them as a file. */
export function PreviewNames({ preview, path }: { preview: RulePreview; path: boolean }) {
  const { t } = useTexts(ruleTexts);
  const [params] = useSearchParams();
  const wanted = params.get('names');
  const shown: Shown =
    wanted === 'too-soon'
      ? wanted
      : (effects.find((effect) => effect === wanted) ?? effects.find((effect) => preview[effect] > 0) ?? 'gains');
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    previewPeopleQuery(preview.id, shown),
  );
  const concerned = effects.reduce((sum, effect) => sum + preview[effect], 0);
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  const link = (key: Shown, label: string, count: number) => {
    const next = new URLSearchParams(params);
    next.set('names', key);
    return { key, to: { search: next.toString() }, label, count, current: key === shown };
  };
  return (
    <Section
      title={t('preview.names')}
      aside={
        <a className={styles.download} href={`/api/v1/rule-previews/${preview.id}/people.csv`} download>
          <Icon name="download" /> {t('preview.download')}
        </a>
      }
    >
      <FilterLinks
        label={t('preview.show')}
        links={[
          ...effects.map((effect) => link(effect, t(`preview.effect.${effect}`), preview[effect])),
          ...(preview.tooSoon > 0 ? [link('too-soon', t('preview.tooSoon'), preview.tooSoon)] : []),
        ]}
      />
      {!data ? (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={3} />
        </Skeleton>
      ) : people.length === 0 ? (
        <Empty title={t(`preview.nobody.${shown}`)} text={t(concerned > 0 ? 'preview.others' : 'preview.noneAtAll')} />
      ) : (
        <PeopleTable people={people} path={path} />
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

function PeopleTable({ people, path }: { people: readonly PreviewPerson[]; path: boolean }) {
  const { t } = useTexts(ruleTexts);
  return (
    <DataTable
      caption={t('preview.names')}
      rows={people}
      rowKey={(person) => person.engagementId}
      columns={[
        {
          key: 'person',
          head: t('preview.person'),
          main: true,
          cell: (person) => <Link to={paths.person(person.personId)}>{person.name}</Link>,
        },
        {
          key: 'where',
          head: t('preview.where'),
          cell: (person) => (
            <>
              {person.organisationName}
              <small className={styles.role}>{person.jobRole}</small>
            </>
          ),
        },
        {
          key: 'before',
          head: t(path ? 'preview.countsNow' : 'preview.dueNow'),
          cell: (person) => dayThen(t, path, person.owedBefore, person.beforeOn, person.valid),
        },
        {
          key: 'due',
          head: t(path ? 'preview.countsThen' : 'preview.dueThen'),
          cell: (person) => dayThen(t, path, person.owedAfter, person.dueOn, person.valid),
        },
        { key: 'why', head: t('preview.note'), cell: (person) => whyOf(t, path, person) },
      ]}
    />
  );
}
