import type { NoticeItem } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Plate, Row } from '@lms/web-ui';
import { Link } from 'react-router';
import { useReadNotices } from '../api/notices.js';
import { notificationsTexts } from '../texts.js';
import { noticeDetail, noticeTitle } from './notice-words.js';
import styles from './NoticeRow.module.css';

/** One notice, which leads to where something can be done about it; opening it is reading it. */
export function NoticeRow({ notice, today }: { notice: NoticeItem; today: string }) {
  const { t } = useTexts(notificationsTexts);
  const read = useReadNotices();
  const detail = noticeDetail(t, notice, today);
  return (
    <Row
      mark={<span className={styles.dot} data-read={notice.read || undefined} data-kind={notice.kind} aria-hidden />}
      title={
        <Link
          className={styles.link}
          data-read={notice.read || undefined}
          to={notice.link}
          onClick={() => !notice.read && read.mutate({ id: notice.id, andBefore: false })}
        >
          {noticeTitle(t, notice)}
        </Link>
      }
      detail={
        <>
          {detail && <p>{detail}</p>}
          {notice.kind === 'tell' && <p>{t('notices.passOn')}</p>}
          <p className={styles.told}>{t('notices.told', { moment: formatMoment(notice.at) })}</p>
        </>
      }
      action={notice.read ? undefined : <Plate look="ink">{t('notices.new')}</Plate>}
    />
  );
}
