import { answerInstead } from '@lms/web-platform';
import { useEffect, useState } from 'react';
import { PreviewWorld } from './preview-world.js';

/** Stands in for the learner's part of the API for as long as the page is shown. `ready` once it does. */
export function usePreviewWorld(): { world: PreviewWorld; ready: boolean } {
  const [world] = useState(() => new PreviewWorld());
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const leave = answerInstead(world.answer);
    setReady(true);
    return leave;
  }, [world]);
  return { world, ready };
}
