import type { AddActivityRequest } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useAddActivity } from '../api/add-activity.js';
import { Dialog } from '../components/Dialog.js';
import { wholeNumber } from '../fields/whole-number.js';
import { activityTexts } from '../texts/activities.js';
import { commonTexts } from '../texts/common.js';
import { firstSettings, type SettingsKind } from './kinds/first-settings.js';

type Kind = SettingsKind | 'in-person';
const KINDS: readonly Kind[] = ['page', 'quiz', 'practical', 'evidence', 'link', 'in-person'];

/** Everything that is made here and not uploaded: it begins with a title and perhaps a length. */
export function AddMade({ courseId, versionId }: { courseId: string; versionId: string }) {
  const { t } = useTexts(activityTexts);
  const { t: common } = useTexts(commonTexts);
  const add = useAddActivity(courseId, versionId);
  const [kind, setKind] = useState<Kind | null>(null);
  const [title, setTitle] = useState('');
  const [length, setLength] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = length.trim() ? wholeNumber(length, 1, 60_000) : null;
  const lengthWrong = length.trim() !== '' && minutes === null;

  const close = () => {
    setKind(null);
    setTried(false);
    setTitle('');
    setLength('');
    add.reset();
  };
  const submit = () => {
    setTried(true);
    if (!title.trim() || lengthWrong || !kind) return;
    const named = { title: title.trim(), minutes };
    const request: AddActivityRequest =
      kind === 'in-person'
        ? { kind, ...named }
        : { kind: 'settings', ...named, settings: firstSettings(kind, t('made.statement')) };
    add.mutate(request, { onSuccess: close });
  };
  const titleError = tried && !title.trim() ? t('titleMissing') : add.error ? problemText(add.error) : null;
  return (
    <>
      {KINDS.map((each) => (
        <Button key={each} onClick={() => setKind(each)}>
          {t(`made.${keyOf(each)}.add`)}
        </Button>
      ))}
      {kind && (
        <Dialog title={t(`made.${keyOf(kind)}.add`)} onClose={close}>
          <Form onSubmit={submit}>
            <TextField
              label={t('title')}
              hint={t(`made.${keyOf(kind)}.hint`)}
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

const keyOf = (kind: Kind) => (kind === 'in-person' ? 'inPerson' : kind);
