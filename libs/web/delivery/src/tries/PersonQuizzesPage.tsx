import type { PersonQuizzes } from '@lms/contracts';
import { formatMoment, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Page, PageHeader, Row, Rows, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { personQuizzesQuery } from '../api/person-quizzes.js';
import { GiveTries } from './GiveTries.js';
import { triesTexts } from './texts.js';

type Quiz = PersonQuizzes['items'][number];

/** What somebody has tried, for whoever may give them more tries. */
export function PersonQuizzesPage() {
  const { t } = useTexts(triesTexts);
  const { personId = '' } = useParams();
  const me = useMe();
  const { data } = useQuery(personQuizzesQuery(personId));
  const [giving, setGiving] = useState<string | null>(null);
  usePageTitle(data && t('title', { name: data.name }));
  if (!data) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={240} />
      </Skeleton>
    );
  }
  const stateOf = ({ passed, running, triesLeft }: Quiz): string => {
    if (passed) return t('passed');
    if (running) return t('running');
    if (triesLeft === null) return t('endless');
    return triesLeft === 0 ? t('usedUp') : t('left', { count: triesLeft });
  };
  const detailOf = (quiz: Quiz): string => {
    const facts = { course: quiz.courseTitle, state: stateOf(quiz), moment: formatMoment(quiz.updatedAt) };
    return quiz.best === null ? t('facts', facts) : t('factsBest', { ...facts, best: Math.round(quiz.best) });
  };
  // Nobody gives them to themselves.
  const mayGive = ({ passed, running, triesLeft }: Quiz) =>
    me.personId !== data.personId && !passed && !running && triesLeft === 0;
  return (
    <Page>
      <PageHeader
        title={t('title', { name: data.name })}
        lead={t('lead')}
        above={<Link to={paths.person(personId)}>{t('back', { name: data.name })}</Link>}
      />
      <Section title={t('list')}>
        {data.items.length === 0 ? (
          <Empty title={t('none')} text={t('noneText')} />
        ) : (
          <Rows label={t('list')}>
            {data.items.map((quiz) => (
              <Row
                key={quiz.attemptId}
                title={quiz.title}
                detail={
                  <>
                    {detailOf(quiz)}
                    {quiz.given.map(({ tries, reason, byName, at }) => (
                      <span key={at}>
                        <br />
                        {t('given', { by: byName, count: tries, moment: formatMoment(at), reason })}
                      </span>
                    ))}
                    {giving === quiz.attemptId && (
                      <GiveTries person={data} quiz={quiz} onClose={() => setGiving(null)} />
                    )}
                  </>
                }
                action={
                  mayGive(quiz) &&
                  giving !== quiz.attemptId && (
                    <Button onClick={() => setGiving(quiz.attemptId)}>
                      {t('give')}
                      <Hidden>{t('giveFor', { title: quiz.title })}</Hidden>
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
        )}
      </Section>
    </Page>
  );
}
