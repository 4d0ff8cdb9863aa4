import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useAddActivity } from '../api/add-activity.js';
import { Dialog } from '../components/Dialog.js';
import { wholeNumber } from '../fields/whole-number.js';
import { activityTexts } from '../texts/activities.js';
import { commonTexts } from '../texts/common.js';

/** Something that a trainer records: it has a title and perhaps a length, and nothing to upload. */
export function AddInPerson({ courseId, versionId }: { courseId: string; versionId: string }) {
  const { t } = useTexts(activityTexts);
  const { t: common } = useTexts(commonTexts);
  const add = useAddActivity(courseId, versionId);
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [length, setLength] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = length.trim() ? wholeNumber(length, 1, 60_000) : null;
  const lengthWrong = length.trim() !== '' && minutes === null;

  const close = () => {
    setOpen(false);
    setTried(false);
    setTitle('');
    setLength('');
    add.reset();
  };
  const submit = () => {
    setTried(true);
    if (!title.trim() || lengthWrong) return;
    add.mutate({ kind: 'in-person', title: title.trim(), minutes }, { onSuccess: close });
  };
  const titleError = tried && !title.trim() ? t('titleMissing') : add.error ? problemText(add.error) : null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inPerson.add')}</Button>
      {open && (
        <Dialog title={t('inPerson.add')} onClose={close}>
          <Form onSubmit={submit}>
            <TextField
              label={t('inPerson.title')}
              hint={t('inPerson.hint')}
              maxLength={120}
              value={title}
              error={titleError}
              onChange={(event) => setTitle(event.target.value)}
              data-autofocus
            />
            <TextField
              label={t('inPerson.minutes')}
              hint={t('minutesHint')}
              inputMode="numeric"
              value={length}
              error={tried && lengthWrong ? t('minutesWrong') : null}
              onChange={(event) => setLength(event.target.value)}
            />
            <FormActions>
              <Button type="submit" variant="main" busy={add.isPending}>
                {t('inPerson.submit')}
              </Button>
              <Button variant="quiet" onClick={close}>
                {common('cancel')}
              </Button>
            </FormActions>
          </Form>
        </Dialog>
      )}
    </>
  );
}
