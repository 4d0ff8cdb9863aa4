import { problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useAddActivity } from '../api/add-activity.js';
import { resourceTexts } from '../texts/resources.js';
import { LibraryPicker, type PickedResource } from './LibraryPicker.js';

const KINDS = ['package', 'video', 'document'] as const;

/** Something that another course uses already becomes an activity of this draft too. */
export function AddFromLibrary({ courseId, versionId }: { courseId: string; versionId: string }) {
  const { t } = useTexts(resourceTexts);
  const [open, setOpen] = useState(false);
  const add = useAddActivity(courseId, versionId);
  const pick = ({ id, title }: PickedResource) => {
    setOpen(false);
    add.mutate({ kind: 'resource', resourceId: id, title }, { onSuccess: () => toast(t('addedToDraft', { title })) });
  };
  return (
    <>
      <Button busy={add.isPending} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {add.error && <Notice tone="danger">{problemText(add.error)}</Notice>}
      {open && <LibraryPicker title={t('picker.title')} kinds={KINDS} onPick={pick} onClose={() => setOpen(false)} />}
    </>
  );
}
