import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.layer.css';
import { useTexts } from '@lms/web-platform';
import { Prose } from '@lms/web-ui';
import { useEditor } from '@tiptap/react';
import { useState } from 'react';
import { LibraryPicker, type PickedResource } from '../../resources/LibraryPicker.js';
import { pageEditorTexts } from '../../texts/page-editor.js';
import styles from './PageEditor.module.css';
import { pageExtensions } from './page-extensions.js';
import { insertBlock } from './page-insert.js';
import { pageHtml } from './page-html.js';
import { PageLinkDialog } from './PageLinkDialog.js';
import { PageTableTools } from './PageTableTools.js';
import { type Insert, PageToolbar } from './PageToolbar.js';

interface Props {
  /** What it begins with; changes of it are not looked at. */
  html: string;
  onChange: (html: string) => void;
  onLeave: () => void;
}

const KINDS = { picture: ['image'], film: ['video'], file: ['document', 'file'] } as const;
const CHOOSE = { picture: 'picture.choose', film: 'embed.chooseFilm', file: 'embed.chooseFile' } as const;

/** Rich text, with exactly what a page can hold. */
export function PageEditor({ html, onChange, onLeave }: Props) {
  const { t } = useTexts(pageEditorTexts);
  const [insert, setInsert] = useState<Insert | null>(null);
  const [linking, setLinking] = useState(false);
  const editor = useEditor({
    extensions: pageExtensions(t('placeholder')),
    content: html,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { 'aria-label': t('label'), role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: now }) => onChange(pageHtml(now.getHTML())),
    onBlur: onLeave,
  });
  const labels = {
    boldControlLabel: t('toolbar.bold'),
    italicControlLabel: t('toolbar.italic'),
    underlineControlLabel: t('toolbar.underline'),
    strikeControlLabel: t('toolbar.strike'),
    codeControlLabel: t('toolbar.code'),
    bulletListControlLabel: t('toolbar.bullets'),
    orderedListControlLabel: t('toolbar.numbers'),
    blockquoteControlLabel: t('toolbar.quote'),
    undoControlLabel: t('toolbar.undo'),
    redoControlLabel: t('toolbar.redo'),
  };
  const put = ({ id, kind, title }: PickedResource) => {
    setInsert(null);
    const node =
      kind === 'image'
        ? { type: 'pagePicture', attrs: { file: id } }
        : { type: 'pageEmbed', attrs: { file: id, kind: insert === 'film' ? 'video' : 'file', title } };
    insertBlock(editor, node);
  };
  return (
    <>
      <RichTextEditor
        editor={editor}
        labels={labels}
        withTypographyStyles={false}
        withCodeHighlightStyles={false}
        className={styles.editor}
      >
        <PageToolbar editor={editor} onLink={() => setLinking(true)} onInsert={setInsert} />
        <PageTableTools editor={editor} />
        <Prose top={2}>
          <RichTextEditor.Content className={styles.content} />
        </Prose>
      </RichTextEditor>
      {linking && <PageLinkDialog editor={editor} onClose={() => setLinking(false)} />}
      {insert && (
        <LibraryPicker title={t(CHOOSE[insert])} kinds={KINDS[insert]} onPick={put} onClose={() => setInsert(null)} />
      )}
    </>
  );
}
