import type { PeopleBooked } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, LinkButton, Notice, Section, toast } from '@lms/web-ui';
import { useEffect, useRef, useState } from 'react';
import { useCancelBooking } from '../api/cancel-booking.js';
import { bookTexts } from '../texts/book.js';
import { Outcomes } from './Outcomes.js';

interface Props {
  booked: PeopleBooked;
  sessionId: string;
  /** Where the reader came from. */
  back: string;
  onAgain: () => void;
}

/** What was done with whom, and the way to take it back. */
export function BookedResult({ booked, sessionId, back, onAgain }: Props) {
  const { t } = useTexts(bookTexts);
  const cancel = useCancelBooking();
  const [undoing, setUndoing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const made = booked.items.flatMap(({ outcome, bookingId }) =>
    bookingId && (outcome === 'booked' || outcome === 'waiting') ? [bookingId] : [],
  );
  // The last first: so nobody moves up from the waiting list who is cancelled a moment later.
  const undo = async () => {
    setUndoing(true);
    setError(null);
    try {
      for (const bookingId of made.toReversed()) await cancel.mutateAsync({ bookingId, reason: t('undoReason') });
      toast(t('undone', { count: made.length }));
      onAgain();
    } catch (thrown) {
      setError(thrown);
    }
    setUndoing(false);
  };
  return (
    <Section title={t('done')}>
      <div ref={heading} tabIndex={-1} role="status">
        {made.length === 0 && <Notice>{t('nobodyNow')}</Notice>}
        <Outcomes people={booked.items} done />
      </div>
      {error !== null && <Notice tone="danger">{problemText(error)}</Notice>}
      <FormActions>
        <LinkButton variant="main" to={back}>
          {t('back')}
        </LinkButton>
        <LinkButton to={paths.session(sessionId)}>{t('see2')}</LinkButton>
        <Button onClick={onAgain}>{t('another')}</Button>
        {made.length > 0 && (
          <Button variant="danger" busy={undoing} onClick={() => void undo()}>
            {t('undo', { count: made.length })}
          </Button>
        )}
      </FormActions>
    </Section>
  );
}
