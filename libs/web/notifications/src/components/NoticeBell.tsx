import { paths, useTexts } from '@lms/web-platform';
import { Hidden, Icon } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { unreadQuery } from '../api/notices.js';
import { bellTexts } from '../texts/bell.js';
import styles from './NoticeBell.module.css';

const MANY = 99;

/** The way to the notices, with how many are not read. */
export function NoticeBell() {
  const { t } = useTexts(bellTexts);
  const { data } = useQuery(unreadQuery());
  const count = data?.count ?? 0;
  return (
    <NavLink className={styles.bell} to={paths.notices}>
      <Icon name="bell" size={22} />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > MANY ? t('many') : count}
        </span>
      )}
      <Hidden>{count > 0 ? t('unread', { count }) : t('none')}</Hidden>
    </NavLink>
  );
}
