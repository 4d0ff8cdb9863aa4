import type { PathVersion } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Icon, Notice } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pathQuery } from '../api/path.js';
import { ConflictNotice } from '../components/ConflictNotice.js';
import bar from '../components/DraftBar.module.css';
import { SavedMark } from '../components/SavedMark.js';
import { useUndoKeys } from '../components/use-undo-keys.js';
import { builderTexts } from '../texts/builder.js';
import { pathTexts } from '../texts/paths.js';
import { Audience } from './Audience.js';
import { PathPreview } from './PathPreview.js';
import { Running } from './Running.js';
import styles from './PathEditor.module.css';
import { StagesEditor } from './StagesEditor.js';
import { useDraftSaver } from './use-draft-saver.js';

interface Props {
  version: PathVersion;
  /** What stands beside the stages; gets how to save what is still being typed. */
  aside: (flush: () => Promise<boolean>) => ReactNode;
}

/** A draft of a path, edited in place: the route above, who is given it, and its stages. */
export function PathEditor({ version, aside }: Props) {
  const { t } = useTexts(pathTexts);
  const { t: builder } = useTexts(builderTexts);
  const client = useQueryClient();
  const { saver, view } = useDraftSaver(version);
  const { draft, status, error, canUndo, canRedo } = view;
  useUndoKeys((way) => (way === 'undo' ? saver.undo() : saver.redo()));
  const readTheirs = async () => {
    const path = await client.fetchQuery({ ...pathQuery(version.pathId), staleTime: 0 });
    return path.versions.find((other) => other.id === version.id) ?? version;
  };
  const open = status === 'unsaved' ? t('save.unsaved') : status === 'incomplete' ? t('save.incomplete') : null;
  return (
    <>
      <PathPreview draft={draft} />
      <div className={styles.columns}>
        <div className={styles.work}>
          <div className={bar.bar} role="group" aria-label={builder('bar.label')}>
            <Button size="small" variant="quiet" aria-disabled={!canUndo || undefined} onClick={saver.undo}>
              <Icon name="undo" />
              {t('history.undo')}
            </Button>
            <Button size="small" variant="quiet" aria-disabled={!canRedo || undefined} onClick={saver.redo}>
              <Icon name="redo" />
              {t('history.redo')}
            </Button>
            <SavedMark saving={status === 'saving'} failed={status === 'failed' || status === 'conflict'} open={open} />
          </div>
          {status === 'conflict' && (
            <ConflictNotice
              onTheirs={() => void readTheirs().then((theirs) => saver.takeTheirs(theirs))}
              onMine={() => void readTheirs().then((theirs) => saver.keepMine(theirs))}
            />
          )}
          {status === 'failed' && (
            <Notice tone="danger">
              {problemText(error)}
              <FormActions>
                <Button size="small" onClick={() => void saver.flush()}>
                  {t('save.again')}
                </Button>
              </FormActions>
            </Notice>
          )}
          <div className={styles.first}>
            <Audience
              audience={draft.audience}
              onChange={(audience) => saver.change((old) => ({ ...old, audience }))}
            />
          </div>
          <StagesEditor draft={draft} onChange={saver.change} />
          {version.number > 1 && <Running draft={draft} version={version} onChange={saver.change} />}
        </div>
        <div className={styles.aside}>{aside(saver.flush)}</div>
      </div>
    </>
  );
}
