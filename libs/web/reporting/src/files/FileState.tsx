import type { ListFileItem } from '@lms/contracts';
import { formatCount, formatMoment, isBeingMade, listFileAddress, useTexts } from '@lms/web-platform';
import { Hidden, Icon, LinkButton, Plate, ProgressRoad } from '@lms/web-ui';
import { filesTexts } from '../texts/files.js';
import styles from './files.module.css';

/** Being made, to be taken, or why not. */
export function FileState({ file }: { file: ListFileItem }) {
  const { t } = useTexts(filesTexts);
  const { state, done, total, refusal, size, endsAt } = file;
  if (isBeingMade(file)) {
    const unit = file.list === 'audit-pack' ? 'people' : 'rows';
    const rows = total === null ? t('rowsOnly', { done: formatCount(done) }) : t(unit, { done, total });
    return (
      <span className={styles.state}>
        {done > 0 ? rows : t('making')}
        <ProgressRoad percent={total ? (100 * done) / total : 0} label={t('progress')} valueText={rows} look="bar" />
      </span>
    );
  }
  if (state === 'failed')
    return (
      <span className={styles.state}>
        <Plate look="danger">{t('failed')}</Plate>
        {refusal}
      </span>
    );
  if (state === 'ended') return <Plate look="soft">{t('ended')}</Plate>;
  const kb = Math.max(1, Math.round((size ?? 0) / 1000));
  const words = kb < 1000 ? t('kb', { n: kb }) : t('mb', { n: Math.round(kb / 1000) });
  const what = { title: file.title, format: t(`format.${file.format}`), moment: formatMoment(file.askedAt) };
  return (
    <span className={styles.state}>
      <LinkButton to={listFileAddress(file.id)} reloadDocument download size="small">
        <Icon name="download" size={18} />
        {t('take', { size: words })}
        <Hidden> {t('takeWhat', what)}</Hidden>
      </LinkButton>
      {endsAt && t('until', { moment: formatMoment(endsAt) })}
    </span>
  );
}
