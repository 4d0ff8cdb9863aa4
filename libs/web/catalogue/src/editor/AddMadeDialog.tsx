import type { AddActivityRequest } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useAddActivity } from '../api/add-activity.js';
import { Dialog } from '../components/Dialog.js';
import { wholeNumber } from '../fields/whole-number.js';
import { activityTexts } from '../texts/activities.js';
import { commonTexts } from '../texts/common.js';
import { firstSettings } from './kinds/first-settings.js';
import { madeKey, type MadeKind } from './made-kinds.js';
import { useOpenActivity } from './use-open-activity.js';

interface Props {
  kind: MadeKind;
  courseId: string;
  versionId: string;
  onClose: () => void;
}

/** What is made here begins with a title and perhaps a length; then its panel opens. */
export function AddMadeDialog({ kind, courseId, versionId, onClose }: Props) {
  const { t } = useTexts(activityTexts);
  const { t: common } = useTexts(commonTexts);
  const add = useAddActivity(courseId, versionId);
  const { show } = useOpenActivity();
  const [title, setTitle] = useState('');
  const [length, setLength] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = length.trim() ? wholeNumber(length, 1, 60_000) : null;
  const lengthWrong = length.trim() !== '' && minutes === null;
  const key = madeKey(kind);

  const submit = () => {
    setTried(true);
    if (!title.trim() || lengthWrong) return;
    const named = { title: title.trim(), minutes };
    const request: AddActivityRequest =
      kind === 'in-person'
        ? { kind, ...named }
        : { kind: 'settings', ...named, settings: firstSettings(kind, t('made.statement')) };
    add.mutate(request, {
      onSuccess: ({ id }) => {
        onClose();
        if (kind !== 'in-person') show(id);
      },
    });
  };
  const titleError = tried && !title.trim() ? t('titleMissing') : add.error ? problemText(add.error) : null;
  return (
    <Dialog title={t(`made.${key}.add`)} onClose={onClose}>
      <Form onSubmit={submit}>
        <TextField
          label={t('title')}
          hint={t(`made.${key}.hint`)}
          maxLength={120}
          value={title}
          error={titleError}
          onChange={(event) => setTitle(event.target.value)}
          data-autofocus
        />
        <TextField
          label={t('minutes')}
          hint={t('minutesHint')}
          inputMode="numeric"
          value={length}
          error={tried && lengthWrong ? t('minutesWrong') : null}
          onChange={(event) => setLength(event.target.value)}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={add.isPending}>
            {t('made.submit')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
