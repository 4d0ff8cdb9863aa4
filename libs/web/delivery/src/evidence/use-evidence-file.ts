import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sendEvidenceFile } from '../assess/api/evidence.js';
import { shrinkPicture } from '../assess/photos/shrink-picture.js';

const MOST_BYTES = 20 * 1024 * 1024;

export interface ChosenFile {
  id: string;
  name: string;
  blob: Blob;
}

/** A photo or file that is chosen: made small, and on its way at once, so that sending is quick afterwards. */
export function useEvidenceFile() {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const latest = useRef('');
  const upload = useMutation({
    mutationFn: (file: ChosenFile) => sendEvidenceFile(file.id, file.name, file.blob),
  });
  const choose = async (file: File): Promise<void> => {
    const id = crypto.randomUUID();
    latest.current = id;
    const blob = await shrinkPicture(file);
    // Somebody who chose twice means the second.
    if (latest.current !== id) return;
    setTooLarge(blob.size > MOST_BYTES);
    if (blob.size > MOST_BYTES) return;
    const name = blob === file ? file.name : file.name.replace(/\.\w+$/, '') + '.jpg';
    const next = { id, name: name || id, blob };
    setChosen(next);
    upload.mutate(next);
  };
  const again = () => {
    if (chosen) upload.mutate(chosen);
  };
  const state: 'none' | 'sending' | 'failed' | 'ready' = !chosen
    ? 'none'
    : upload.isPending
      ? 'sending'
      : upload.isError
        ? 'failed'
        : 'ready';
  return { chosen, state, error: upload.error, tooLarge, choose, again };
}
