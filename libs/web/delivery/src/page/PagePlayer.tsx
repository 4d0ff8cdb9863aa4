import type { CommitResult, OpenedActivity } from '@lms/contracts';
import { readingMinutes } from '@lms/domain';
import { formatMinutes, useMe, useTexts } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { finish } from '../api/finish.js';
import { openedQuery } from '../api/open-activity.js';
import { contentAddress } from '../player/content-address.js';
import { PageText } from './PageText.js';
import { ReadPromise } from './ReadPromise.js';
import styles from './PagePlayer.module.css';
import { pageTexts } from './texts.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** A page to read, and the word of its reader that it was read. */
export function PagePlayer({ opened, onDone }: Props) {
  const { t } = useTexts(pageTexts);
  const { name } = useMe();
  const client = useQueryClient();
  const renewedAt = useRef<string | null>(null);
  const html = opened.settings?.kind === 'page' ? opened.settings.html : '';
  const minutes = readingMinutes(html);
  // A page that lay open for long has outlived its token: opening it again gives another, once for each.
  const renew = () => {
    if (renewedAt.current === opened.contentToken) return;
    renewedAt.current = opened.contentToken;
    void client.refetchQueries({ queryKey: openedQuery(opened.activityId).queryKey });
  };
  return (
    <article className={styles.page}>
      <h2>{opened.title}</h2>
      {minutes > 0 && <p className={styles.lead}>{t('length', { length: formatMinutes(minutes) })}</p>}
      <div className={styles.body}>
        <PageText
          html={html}
          files={opened.files}
          addressOf={(file) => contentAddress(opened, file.path)}
          onFailed={renew}
        />
      </div>
      <ReadPromise
        title={t('done.title')}
        button={t('done.confirm')}
        doneAt={opened.doneAt}
        doneText={(moment) => t('done.at', { moment })}
        send={() => finish(opened.attemptId, {})}
        onDone={onDone}
      >
        <p>{t('done.text', { name })}</p>
      </ReadPromise>
    </article>
  );
}
