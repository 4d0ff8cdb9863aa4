import { useTexts } from '@lms/web-platform';
import { Hidden, Icon } from '@lms/web-ui';
import { calendarAddress } from '../api/my-bookings.js';
import { sessionTexts } from '../texts/sessions.js';
import styles from './CalendarLink.module.css';

/** The session as a file that every calendar opens. */
export function CalendarLink({ bookingId, about }: { bookingId: string; about: string }) {
  const { t } = useTexts(sessionTexts);
  return (
    <a className={styles.link} href={calendarAddress(bookingId)} download>
      <Icon name="calendar" size={18} />
      {t('calendar')}
      <Hidden>{t('named', { name: about })}</Hidden>
    </a>
  );
}
