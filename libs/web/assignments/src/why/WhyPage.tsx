import type { Why, WhyReason } from '@lms/contracts';
import { formatDay, formatDayAway, formatDayOf, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Page, PageHeader, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { whyQuery } from '../api/why.js';
import { whyTexts } from '../texts/why.js';
import { MovedDay } from './MovedDay.js';
import { ReasonView } from './ReasonView.js';

/** "Why do I have this?": every reason with what it came from and what would end it. */
export function WhyPage() {
  const { courseId = '', personId = null } = useParams();
  const { t } = useTexts(whyTexts);
  const { data, isPending } = useQuery(whyQuery(personId, courseId));
  const title = personId && data ? t('titleOther', { name: data.name }) : t('title');
  usePageTitle(title);
  if (isPending)
    return (
      <Page width="reading">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={3} />
        </Skeleton>
      </Page>
    );
  const back = personId ? (
    <Link to={paths.personRecord(personId)}>{t('backOther', { name: data?.name ?? '' })}</Link>
  ) : (
    <Link to={paths.today}>{t('back')}</Link>
  );
  if (!data)
    return (
      <Page width="reading">
        <PageHeader title={t('title')} above={back} />
        <Empty level={2} title={t('none')} text={t('noneText')} />
      </Page>
    );
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        above={back}
        lead={<WhyLead why={data} />}
        aside={!personId && <LinkButton to={paths.course(courseId)}>{t('open')}</LinkButton>}
      />
      <MovedDay why={data} />
      <Reasons title={t('reasons')} reasons={data.reasons.filter(({ endedAt }) => endedAt === null)} own={!personId} />
      <Reasons title={t('ended')} reasons={data.reasons.filter(({ endedAt }) => endedAt !== null)} own={!personId} />
    </Page>
  );
}

const closings = ['completed', 'already-valid', 'completed-own-wish', 'no-reason-left', 'withdrawn'] as const;

function WhyLead({ why }: { why: Why }) {
  const { t } = useTexts(whyTexts);
  const { today } = useMe();
  const known = closings.find((closing) => closing === why.closedWhy) ?? 'other';
  const state =
    why.state === 'closed' && why.closedOn
      ? t('closed', { day: formatDay(why.closedOn), why: t(`closedWhy.${known}`) })
      : why.exemption
        ? t('exempt', { day: formatDay(why.exemption.toOn), reason: why.exemption.reason })
        : why.dueOn
          ? t('due', { day: formatDayAway(why.dueOn, today) })
          : t('noDue');
  return (
    <>
      {t('lead', { course: why.title })} {state}{' '}
      {why.through &&
        t('through', {
          source:
            why.through.by === null
              ? why.through.title
              : t('sourceBy', { title: why.through.title, by: why.through.by }),
          day: formatDay(why.through.on),
        })}
    </>
  );
}

function Reasons({ title, reasons, own }: { title: string; reasons: readonly WhyReason[]; own: boolean }) {
  if (reasons.length === 0) return null;
  return (
    <Section title={title}>
      {reasons.map((reason) => (
        <ReasonView key={reason.id} reason={reason} own={own} since={formatDayOf(reason.since)} />
      ))}
    </Section>
  );
}
