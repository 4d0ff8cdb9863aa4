import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, ProgressRoad } from '@lms/web-ui';
import { FileButton } from '../fields/FileButton.js';
import { uploadTexts } from '../texts/uploads.js';
import { PlaceCaptions } from './PlaceCaptions.js';
import type { UploadDesk } from './upload-desk.js';
import { isOnDevice, type UploadEntry } from './upload-entry.js';
import { acceptedEndings } from './upload-kind.js';
import styles from './UploadTray.module.css';

interface Props {
  desk: UploadDesk;
  entry: UploadEntry;
  videos: readonly Activity[];
}

/** One file on its way: how far it is, or what is wrong and what to do. */
export function UploadRow({ desk, entry, videos }: Props) {
  const { t } = useTexts(uploadTexts);
  const { key, name, progress } = entry;
  const { state } = progress;
  const moving = 'percent' in progress;
  const toPause = state === 'sending' || state === 'offline' || state === 'waiting';
  const stuck = state === 'refused' || state === 'failed';
  const again = state === 'failed' && progress.again;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <b>{name}</b>
        {!stuck && <p>{moving ? t(state, { percent: progress.percent }) : t(state)}</p>}
      </div>
      <div className={styles.actions}>
        {toPause && (
          <Button size="small" onClick={() => desk.pause(key)}>
            {t('pause')}
            <Hidden> {t('of', { name })}</Hidden>
          </Button>
        )}
        {state === 'paused' && (
          <Button size="small" onClick={() => desk.again(key)}>
            {t('goOn')}
            <Hidden> {t('of', { name })}</Hidden>
          </Button>
        )}
        {state === 'interrupted' && (
          <FileButton
            size="small"
            variant="main"
            accept={entry.captions ? '.vtt' : acceptedEndings}
            onFiles={([file]) => file && desk.replace(key, file)}
          >
            {t('choose')}
            <Hidden> {t('of', { name })}</Hidden>
          </FileButton>
        )}
        {again && (
          <Button size="small" onClick={() => desk.again(key)}>
            {t('again')}
            <Hidden> {t('of', { name })}</Hidden>
          </Button>
        )}
        {stuck && !again && (
          <FileButton
            size="small"
            accept={entry.captions ? '.vtt' : acceptedEndings}
            onFiles={([file]) => file && desk.replace(key, file)}
          >
            {t('another')}
            <Hidden> {t('anotherFor', { name })}</Hidden>
          </FileButton>
        )}
        {state !== 'adding' && (
          <Button size="small" variant="quiet" onClick={() => desk.dismiss(key)}>
            {t(isOnDevice(entry) || state === 'interrupted' ? 'stop' : 'dismiss')}
            <Hidden> {t('of', { name })}</Hidden>
          </Button>
        )}
      </div>
      {moving && (
        <div className={styles.wide}>
          <ProgressRoad look="bar" percent={progress.percent} label={t('progress', { name })} />
        </div>
      )}
      {stuck && (
        <div className={styles.wide}>
          <Notice tone="danger">{progress.sentence}</Notice>
        </div>
      )}
      {state === 'asking' && (
        <div className={styles.wide}>
          <PlaceCaptions videos={videos} onPlace={(place) => desk.placeCaptions(key, place)} />
        </div>
      )}
    </li>
  );
}
