import type { MyBooking } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Empty, Hidden, LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { checkInTexts } from '../texts/check-in.js';
import { DateBoard } from './DateBoard.js';
import { spanWords } from './session-words.js';

/** Of several that are open the one where one is; without any, what to do. */
export function WhichSession({ open }: { open: readonly MyBooking[] }) {
  const { t } = useTexts(checkInTexts);
  if (open.length === 0)
    return (
      <Empty
        level={2}
        title={t('none')}
        text={t('noneText')}
        action={<LinkButton to={paths.mySessions}>{t('mine')}</LinkButton>}
      />
    );
  return (
    <Section title={t('which')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {open.map((booking) => (
            <Row
              key={booking.bookingId}
              mark={<DateBoard at={booking.startsAt} />}
              title={booking.courseTitle}
              detail={[spanWords(booking), booking.place].filter(Boolean).join(', ')}
              action={
                <LinkButton to={{ search: `session=${booking.sessionId}` }}>
                  {t('choose')}
                  <Hidden> {booking.courseTitle}</Hidden>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
