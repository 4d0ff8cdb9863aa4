import { useMe } from '@lms/web-platform';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { sendPhoto } from '../api/assessments.js';
import { browserPhotoShelf } from './photo-shelf.js';
import { PhotoSender, type WaitingPhoto } from './photo-sender.js';

const retryMs = 10_000;

/** The photos of one assessment that are still on this device, and how to add more. */
export function usePhotos(
  assessmentId: string,
  onArrived: () => void,
): { sender: PhotoSender; waiting: readonly WaitingPhoto[] } {
  const { personId } = useMe();
  const [sender] = useState(
    () =>
      new PhotoSender({
        personId,
        assessmentId,
        shelf: browserPhotoShelf,
        send: ({ id, itemId, picture }) => sendPhoto(assessmentId, id, itemId, picture),
        onArrived,
        newId: () => crypto.randomUUID(),
        retryMs,
      }),
  );
  const waiting = useSyncExternalStore(sender.subscribe, sender.read);
  useEffect(() => {
    const retry = () => void sender.flush();
    void sender.start();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      sender.stop();
    };
  }, [sender]);
  return { sender, waiting };
}
