import type { BulkChangeRequest, BulkPreview, PersonItem } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { previewTogether, useChangeTogether } from '../api/together.js';
import { Dialog } from '../forms/Dialog.js';
import { commonTexts } from '../texts/common.js';
import { togetherTexts } from '../texts/together.js';
import styles from './together.module.css';
import { TogetherPreview } from './TogetherPreview.js';
import { useUndo } from './use-undo.js';
import { changeOf, nothingYet, type Wanted } from './wanted-change.js';
import { WantedFields } from './WantedFields.js';

interface Props {
  people: readonly PersonItem[];
  onDone: () => void;
  onClose: () => void;
}

interface Seen {
  request: BulkChangeRequest;
  preview: BulkPreview;
}

/** One change to those who are selected: chosen, looked at name by name, done; with a way back where there is one. */
export function TogetherDialog({ people, onDone, onClose }: Props) {
  const { t } = useTexts(togetherTexts);
  const { t: common } = useTexts(commonTexts);
  const [wanted, setWanted] = useState<Wanted>(nothingYet);
  const [missing, setMissing] = useState<'tag' | 'scheme' | 'endsOn' | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = useChangeTogether();
  const undo = useUndo();

  const trying = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      // What was looked at may not stand any more: it is looked at anew.
      setSeen(null);
      setProblem(problemText(error));
    }
    setBusy(false);
  };
  const look = () => {
    const to = changeOf(wanted);
    if (typeof to === 'string') return setMissing(to);
    const request = { personIds: people.map(({ id }) => id), change: to };
    void trying(async () => setSeen({ request, preview: await previewTogether(request) }));
  };
  const apply = ({ request, preview }: Seen) =>
    trying(async () => {
      const done = await change(request, preview);
      const back = done.undo;
      toast(
        t('done', { count: done.changed }),
        back ? { action: { text: t('undo'), run: () => void undo(back) } } : {},
      );
      onDone();
    });
  const count = seen?.preview.changes.length ?? 0;
  return (
    <Dialog title={t('title', { count: people.length })} onClose={onClose} typed={wanted !== nothingYet}>
      <p className={styles.lead}>{t('lead')}</p>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Form onSubmit={() => (seen ? void apply(seen) : look())} label={t('title', { count: people.length })}>
        {seen ? (
          <TogetherPreview preview={seen.preview} days={wanted.kind === 'end'} />
        ) : (
          <WantedFields
            {...{ wanted, missing }}
            onChange={(part) => {
              setMissing(null);
              setWanted({ ...wanted, ...part });
            }}
          />
        )}
        <FormActions>
          {seen ? (
            <>
              {count > 0 && (
                <Button type="submit" variant={wanted.kind === 'end' ? 'danger' : 'main'} busy={busy}>
                  {t('apply', { count })}
                </Button>
              )}
              <Button onClick={() => setSeen(null)}>{t('back')}</Button>
            </>
          ) : (
            <Button type="submit" variant="main" busy={busy}>
              {t('look')}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
