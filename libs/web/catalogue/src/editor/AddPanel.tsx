import { problemText, useTexts } from '@lms/web-platform';
import { classNames, Icon, Notice, toast, type IconName } from '@lms/web-ui';
import { useRef, useState, type DragEvent } from 'react';
import { useAddActivity } from '../api/add-activity.js';
import { LibraryPicker, type PickedResource } from '../resources/LibraryPicker.js';
import { builderTexts } from '../texts/builder.js';
import { resourceTexts } from '../texts/resources.js';
import { acceptedEndings } from '../uploads/upload-kind.js';
import { AddMadeDialog } from './AddMadeDialog.js';
import { KIND_ICONS } from './kind-icon.js';
import { MADE_KINDS, madeKey, type MadeKind } from './made-kinds.js';
import styles from './AddPanel.module.css';

interface Props {
  courseId: string;
  versionId: string;
  onFiles: (files: File[]) => void;
}

const LIBRARY_KINDS = ['package', 'video', 'document'] as const;

/** Everything that can be added to a draft, each with what it is for. Files can be dropped anywhere on it. */
export function AddPanel({ courseId, versionId, onFiles }: Props) {
  const { t } = useTexts(builderTexts);
  const { t: library } = useTexts(resourceTexts);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [asked, setAsked] = useState<MadeKind | 'library' | null>(null);
  const add = useAddActivity(courseId, versionId);
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const pick = ({ id, title }: PickedResource) => {
    setAsked(null);
    const done = () => toast(library('addedToDraft', { title }));
    add.mutate({ kind: 'resource', resourceId: id, title }, { onSuccess: done });
  };
  return (
    <div
      className={classNames(styles.panel, over && styles.over)}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.lead}>{t(over ? 'add.release' : 'add.lead')}</p>
      {add.error && <Notice tone="danger">{problemText(add.error)}</Notice>}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedEndings}
        onChange={(event) => {
          take(event.target.files);
          // The same file can be chosen again after it was put right.
          event.target.value = '';
        }}
      />
      <ul className={styles.tiles}>
        <Tile
          icon="upload"
          main
          name={t('add.upload')}
          hint={t('add.uploadHint')}
          onClick={() => input.current?.click()}
        />
        <Tile icon="library" name={t('add.library')} hint={t('add.libraryHint')} onClick={() => setAsked('library')} />
        {MADE_KINDS.map((kind) => (
          <Tile
            key={kind}
            icon={KIND_ICONS[kind]}
            name={t(`add.${madeKey(kind)}`)}
            hint={t(`add.${madeKey(kind)}Hint`)}
            onClick={() => setAsked(kind)}
          />
        ))}
      </ul>
      {asked === 'library' && (
        <LibraryPicker
          title={library('picker.title')}
          kinds={LIBRARY_KINDS}
          onPick={pick}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'library' && (
        <AddMadeDialog kind={asked} courseId={courseId} versionId={versionId} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

interface TileProps {
  icon: IconName;
  name: string;
  hint: string;
  main?: boolean;
  onClick: () => void;
}

function Tile({ icon, name, hint, main, onClick }: TileProps) {
  return (
    <li className={main ? styles.mainTile : undefined}>
      <button type="button" className={styles.tile} onClick={onClick}>
        <Icon name={icon} size={24} />
        <span>
          <b>{name}</b>
          <span className={styles.hint}>{hint}</span>
        </span>
      </button>
    </li>
  );
}
