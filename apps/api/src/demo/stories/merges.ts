import { MergePeople } from '@lms/api-people';
import type { Alliance } from '@lms/demo';
import type { Story } from './story.js';

/** Somebody who was entered a second time by their new employer was put together five days ago, which can be undone. */
export const mergeStories = ({ mergedPair }: Alliance): Story[] => {
  if (!mergedPair) return [];
  const tell: Story['tell'] = async (desk) => {
    const ctx = await desk.as('helen');
    const { digest } = await desk.get(MergePeople).preview(ctx, mergedPair);
    const note = 'Same telephone, and the agency confirmed it: entered again when the employer changed.';
    await desk.get(MergePeople).run(ctx, { ...mergedPair, digest, note });
  };
  return [{ ago: 5, hour: 10, tell }];
};
