import type { ReadAgain, ReplaceThen, Resource } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, FormActions, Notice, SkeletonBlock, toast } from '@lms/web-ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueKeys } from '../api/keys.js';
import { replacePlanQuery, replaceResource } from '../api/resources.js';
import { Dialog } from '../components/Dialog.js';
import { ReadAgainField } from '../fields/ReadAgainField.js';
import { FileButton } from '../fields/FileButton.js';
import { commonTexts } from '../texts/common.js';
import { resourceTexts } from '../texts/resources.js';
import { ReplacedList } from './ReplacedList.js';
import styles from './ReplaceDialog.module.css';
import { ACCEPTED } from './resource-file.js';
import { Sending } from './Sending.js';
import { sendChecked } from './send-resource.js';
import { useSend } from './use-send.js';

const WHAT = { 'draft-changed': 'draft', 'draft-begun': 'begin', 'in-review': 'review', held: 'notUsed' } as const;

/** Another file in the place of one: chosen, then seen what it does course by course, then done. */
export function ReplaceDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { t } = useTexts(resourceTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const [ready, setReady] = useState<{ uploadId: string; name: string } | null>(null);
  const [then, setThen] = useState<ReplaceThen>('draft');
  const [readAgain, setReadAgain] = useState<ReadAgain>('nobody');
  const plan = useQuery(replacePlanQuery(resource.id));
  const { send, underway, error } = useSend([resource.kind], sendChecked, (uploadId, { name }) =>
    setReady({ uploadId, name }),
  );
  const replace = useMutation({
    mutationFn: (uploadId: string) => replaceResource(resource, { uploadId, then, readAgain }),
    onSuccess: async () => {
      toast(t('replace.done'));
      await client.invalidateQueries({ queryKey: catalogueKeys.all });
    },
  });
  const courses = plan.data?.courses ?? [];
  const begun = courses.some((course) => course.what === 'draft-begun');
  const done = replace.data?.courses;
  return (
    <Dialog title={t('replace.title', { title: resource.title })} onClose={onClose} large>
      <div className={styles.steps}>
        {done ? (
          <>
            <ReplacedList courses={done} />
            <FormActions>
              <Button variant="main" onClick={onClose}>
                {t('replace.close')}
              </Button>
            </FormActions>
          </>
        ) : (
          <>
            <FormActions>
              <FileButton accept={ACCEPTED[resource.kind]} onFiles={([file]) => file && send(file)}>
                {t('replace.choose')}
              </FileButton>
            </FormActions>
            <Sending underway={underway} error={error} />
            {ready && <p>{t('replace.ready', { name: ready.name })}</p>}
            {plan.isPending ? (
              <SkeletonBlock height={96} />
            ) : courses.length === 0 ? (
              <p>{t('replace.nobody')}</p>
            ) : (
              <ul className={styles.list}>
                {courses.map(({ courseId, courseTitle, what }) => (
                  <li key={courseId}>{t(`replace.${WHAT[what]}`, { course: courseTitle })}</li>
                ))}
              </ul>
            )}
            {begun && (
              <>
                <p className={styles.quiet}>{t('replace.stays')}</p>
                <ChoiceField
                  legend={t('replace.then')}
                  options={[
                    { value: 'draft', label: t('replace.thenDraft') },
                    { value: 'onward', label: t('replace.thenOnward') },
                  ]}
                  value={then}
                  onChange={setThen}
                />
              </>
            )}
            {resource.kind === 'document' && courses.length > 0 && (
              <ReadAgainField value={readAgain} onChange={setReadAgain} />
            )}
            {resource.kind === 'video' && courses.length > 0 && <p className={styles.quiet}>{t('replace.captions')}</p>}
            {replace.error && <Notice tone="danger">{problemText(replace.error)}</Notice>}
            <FormActions>
              <Button
                variant="main"
                busy={replace.isPending}
                aria-disabled={!ready || undefined}
                onClick={() => ready && replace.mutate(ready.uploadId)}
              >
                {t('replace.submit')}
              </Button>
              <Button variant="quiet" onClick={onClose}>
                {common('cancel')}
              </Button>
            </FormActions>
          </>
        )}
      </div>
    </Dialog>
  );
}
