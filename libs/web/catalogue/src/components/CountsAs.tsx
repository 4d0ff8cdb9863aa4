import type { CountsAs as Answer } from '@lms/contracts';
import { can, formatDay, paths, useMe, useTexts } from '@lms/web-platform';
import { LinkButton, Plate, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { countsAsQuery } from '../api/counts-as.js';
import { countsTexts } from '../texts/counts.js';

/** What counts as a course besides doing it here, and whether the reader has it; nothing where nothing does. */
export function CountsAs({ courseId }: { courseId: string }) {
  const { t } = useTexts(countsTexts);
  const me = useMe();
  const { data } = useQuery(countsAsQuery(courseId));
  const writes = can(me, 'record.correct');
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section
      title={t('title')}
      aside={
        writes && (
          <LinkButton variant="quiet" to={paths.equivalencesOf(courseId)}>
            {t('all')}
          </LinkButton>
        )
      }
    >
      {(heading) => (
        <Rows labelledBy={heading}>
          {items.map((item) => (
            <Row key={`${item.id} ${item.fromOn}`} title={<Name item={item} />} detail={<Detail item={item} />} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

type Item = Answer['items'][number];

function Name({ item: { source, held } }: { item: Item }) {
  const { t } = useTexts(countsTexts);
  return (
    <>
      {source.by === null ? source.title : t('by', { title: source.title, by: source.by })}{' '}
      {held && <Plate look="ink">{t('held')}</Plate>}
    </>
  );
}

function Detail({ item: { kind, remainder, fromOn, toOn, limitMonths } }: { item: Item }) {
  const { t } = useTexts(countsTexts);
  const days = { from: fromOn ? formatDay(fromOn) : '', to: toOn ? formatDay(toOn) : '' };
  const said = [
    kind === 'top-up' && remainder ? t('left', { title: remainder.title }) : t('enough'),
    fromOn && toOn ? t('between', days) : fromOn ? t('from', days) : toOn ? t('to', days) : '',
    limitMonths === null ? '' : t('months', { count: limitMonths }),
  ];
  return <>{said.filter(Boolean).join(' ')}</>;
}
