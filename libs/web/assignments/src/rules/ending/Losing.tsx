import type { RuleEndPerson, RuleEndPreview } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { Button, DataTable, FormActions, Icon, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endPeopleQuery } from '../../api/endings.js';
import { ruleTexts } from '../../texts/rules.js';
import { dayThen } from '../preview-words.js';
import styles from '../rules.module.css';

/** Who loses what the rule gives: in all on the sign, by organisation, and by name. */
export function Losing({ ruleId, preview, path }: { ruleId: string; preview: RuleEndPreview; path: boolean }) {
  const { t } = useTexts(ruleTexts);
  return (
    <>
      <section className={styles.sign} aria-labelledby="what-ending-does">
        <h2 id="what-ending-does">{t('ending.title')}</h2>
        <dl>
          <div data-effect="loses">
            <dt>
              {t('preview.loses')}
              <small>{t('preview.losesDetail')}</small>
            </dt>
            <dd>{formatCount(preview.people)}</dd>
          </div>
          <div>
            <dt>{t(path ? 'ending.stayOnPath' : 'ending.oweStill')}</dt>
            <dd>{formatCount(preview.oweStill)}</dd>
          </div>
        </dl>
      </section>
      {preview.byOrganisation.length > 0 && <ByOrganisation rows={preview.byOrganisation} />}
      {preview.people > 0 && <Names ruleId={ruleId} path={path} />}
    </>
  );
}

const SHOWN = 6;

function ByOrganisation({ rows }: { rows: RuleEndPreview['byOrganisation'] }) {
  const { t } = useTexts(ruleTexts);
  const rest = rows.slice(SHOWN);
  const others = formatCount(rest.reduce((sum, { people }) => sum + people, 0));
  return (
    <Section title={t('ending.byOrganisation')}>
      <ul className={styles.days}>
        {rows.slice(0, SHOWN).map(({ organisationId, name, people }) => (
          <li key={organisationId}>{t('ending.at', { people: formatCount(people), name })}</li>
        ))}
        {rest.length > 0 && <li>{t('ending.atOthers', { people: others, count: rest.length })}</li>}
      </ul>
    </Section>
  );
}

function Names({ ruleId, path }: { ruleId: string; path: boolean }) {
  const { t } = useTexts(ruleTexts);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(endPeopleQuery(ruleId));
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('preview.names')}
      aside={
        <a className={styles.download} href={`/api/v1/rules/${ruleId}/end/people.csv`} download>
          <Icon name="download" /> {t('preview.download')}
        </a>
      }
    >
      <DataTable<RuleEndPerson>
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
            key: 'now',
            head: t(path ? 'preview.countsNow' : 'preview.dueNow'),
            cell: (person) => dayThen(t, path, person.owedBefore, person.dueOn, false),
          },
          {
            key: 'then',
            head: t(path ? 'preview.countsThen' : 'preview.dueThen'),
            cell: (person) => dayThen(t, path, person.owesStill, person.staysOn, false),
          },
          {
            key: 'why',
            head: t('preview.note'),
            cell: (person) =>
              t(!person.owesStill ? 'preview.why.noMore' : path ? 'preview.why.staysOnPath' : 'preview.why.stays'),
          },
        ]}
      />
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
