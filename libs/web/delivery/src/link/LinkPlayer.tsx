import type { CommitResult, OpenedActivity } from '@lms/contracts';
import { LINK_REL } from '@lms/domain';
import { useMe, useTexts } from '@lms/web-platform';
import { Hidden, Icon, Notice } from '@lms/web-ui';
import { finish } from '../api/finish.js';
import { ReadPromise } from '../page/ReadPromise.js';
import styles from './LinkPlayer.module.css';
import { linkTexts } from './texts.js';
import { useOpened } from './use-opened.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** A page elsewhere: which site it is, the way there, and then the sentence that its reader confirms. */
export function LinkPlayer({ opened, onDone }: Props) {
  const { t } = useTexts(linkTexts);
  const { name } = useMe();
  const [seen, see] = useOpened(opened.attemptId);
  const { settings } = opened;
  if (settings?.kind !== 'link' || !URL.canParse(settings.url)) return <Notice tone="danger">{t('missing')}</Notice>;
  const { url, statement } = settings;
  return (
    <article className={styles.link}>
      <h2>{opened.title}</h2>
      <p className={styles.lead}>{t('lead')}</p>
      <a className={styles.way} href={url} target="_blank" rel={LINK_REL} onClick={see} onAuxClick={see}>
        <span>
          <small>{t('open')}</small>
          <b>{new URL(url).host}</b>
          <Hidden> {t('newTab')}</Hidden>
        </span>
        <Icon name="outside" size={28} />
      </a>
      <p className={styles.address}>{url}</p>
      {seen && opened.doneAt === null && <Notice>{t('opened')}</Notice>}
      <ReadPromise
        title={t('done.title')}
        button={t('done.confirm')}
        doneAt={opened.doneAt}
        doneText={(moment) => t('done.at', { moment })}
        ready={seen}
        hint={t('done.first')}
        send={() => finish(opened.attemptId, { statement })}
        onDone={onDone}
      >
        <blockquote>{statement}</blockquote>
        <p>{t('done.text', { name })}</p>
      </ReadPromise>
    </article>
  );
}
