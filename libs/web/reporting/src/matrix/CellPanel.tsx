import { Drawer } from '@mantine/core';
import type { WhyReason } from '@lms/contracts';
import { can, formatDay, paths, useMe, useTexts } from '@lms/web-platform';
import { LinkButton, phone, Skeleton, SkeletonRows, StandingLabel, useMediaQuery, useReturnFocus } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { cellWhyQuery } from '../api/matrix.js';
import { BookedLine } from '../crew/BookedLine.js';
import { useParts } from '../parts/parts.js';
import { reportingTexts } from '../texts.js';
import styles from './panel.module.css';
import type { OpenCell } from './open-cell.js';

interface Props {
  open: OpenCell;
  onClose: () => void;
}

/** One person and one course: how they stand, why it is required, what would end it, and what can be done. */
export function CellPanel({ open: { row, column, cell }, onClose }: Props) {
  const { t } = useTexts(reportingTexts);
  const me = useMe();
  const narrow = useMediaQuery(phone);
  const { pathname, search } = useLocation();
  const { personId } = row;
  const { courseId } = column;
  const bookings = useParts().useBookings([personId]);
  const booking = bookings.of(personId, courseId);
  useReturnFocus();
  const standing = cell?.[0] ?? 'not required';
  const day = cell?.[1];
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={narrow ? '100%' : 380}
      classNames={{ content: styles.panel }}
    >
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content>
        <div className={styles.top}>
          <StandingLabel standing={standing} text={t(`standing.${standing}`)} />
          <Drawer.CloseButton aria-label={t('panel.close')} />
        </div>
        <Drawer.Title className={styles.title}>{column.title}</Drawer.Title>
        <Drawer.Body className={styles.body}>
          <p>
            {row.name}, {row.jobRole}
            <br />
            {row.organisationName}
          </p>
          {day && <p className={styles.day}>{t(`day.${standing}`, { day: formatDay(day) })}</p>}
          {booking && (
            <div className={styles.booked}>
              <BookedLine booking={booking} />
            </div>
          )}
          {cell && <Reasons personId={personId} courseId={courseId} />}
          <div className={styles.actions}>
            {can(me, 'assignments.write') && !booking && bookings.teaches(courseId) && (
              <LinkButton
                to={paths.bookSession({ people: personId, course: courseId })}
                state={{ from: pathname + search }}
              >
                {t('panel.book')}
              </LinkButton>
            )}
            <LinkButton to={paths.personRecord(personId)} variant="main">
              {t('panel.record')}
            </LinkButton>
            {can(me, 'assignments.write') && (
              <LinkButton to={paths.personAssignments(personId)}>{t('panel.assignments')}</LinkButton>
            )}
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Reasons({ personId, courseId }: { personId: string; courseId: string }) {
  const { t } = useTexts(reportingTexts);
  const { data, isPending } = useQuery(cellWhyQuery(personId, courseId));
  if (isPending)
    return (
      <Skeleton label={t('panel.loading')}>
        <SkeletonRows rows={2} />
      </Skeleton>
    );
  const reasons = data?.reasons.filter(({ endedAt }) => !endedAt) ?? [];
  return (
    <section>
      <h3>{t('panel.why')}</h3>
      {reasons.length === 0 && <p>{t('panel.unknown')}</p>}
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason.id}>
            <ReasonLine reason={reason} />
            {reason.facts.length > 0 && <small>{reason.facts.join(', ')}</small>}
            {reason.dueOn && <small>{t('panel.due', { day: formatDay(reason.dueOn) })}</small>}
          </li>
        ))}
      </ul>
      {reasons.length > 0 && <Link to={paths.whyOf(personId, courseId)}>{t('panel.whole')}</Link>}
    </section>
  );
}

function ReasonLine({ reason: { kind, title, versionNumber } }: { reason: WhyReason }) {
  const { t } = useTexts(reportingTexts);
  if (kind === 'rule') return t('panel.rule', { title: title ?? '', number: versionNumber ?? 1 });
  if (kind === 'path') return t('panel.path', { title: title ?? '' });
  if (kind === 'self') return t('panel.self');
  return title ? t('panel.personBy', { title }) : t('panel.person');
}
