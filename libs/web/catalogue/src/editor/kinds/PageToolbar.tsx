import { Menu, NativeSelect } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { CALLOUTS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button, Icon } from '@lms/web-ui';
import { useEditorState, type Editor } from '@tiptap/react';
import { pageEditorTexts } from '../../texts/page-editor.js';
import { insertBlock, tableOf } from './page-insert.js';
import styles from './PageEditor.module.css';

export type Insert = 'picture' | 'film' | 'file';

interface Props {
  editor: Editor;
  onLink: () => void;
  onInsert: (what: Insert) => void;
}

const STYLES = ['paragraph', 'h2', 'h3', 'h4'] as const;
type Style = (typeof STYLES)[number];

/** What can be done to the text, in one row that scrolls on a phone; every control is a stop of the Tab key. */
export function PageToolbar({ editor, onLink, onInsert }: Props) {
  const { t } = useTexts(pageEditorTexts);
  const style = useEditorState({ editor, selector: ({ editor: now }): Style => styleOf(now) });
  const linked = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
  return (
    <RichTextEditor.Toolbar className={styles.toolbar} role="group" aria-label={t('toolbar.label')}>
      <NativeSelect
        className={styles.style}
        aria-label={t('toolbar.style')}
        data={STYLES.map((value) => ({ value, label: t(`toolbar.${value}`) }))}
        value={style}
        onChange={(event) => setStyle(editor, event.currentTarget.value as Style)}
      />
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Code />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.Control
          onClick={onLink}
          active={linked}
          aria-label={t('toolbar.link')}
          title={t('toolbar.link')}
        >
          <Icon name="link" size={16} />
        </RichTextEditor.Control>
      </RichTextEditor.ControlsGroup>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="small" className={styles.insert}>
            <Icon name="add" size={16} />
            {t('toolbar.insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="picture" />} onClick={() => onInsert('picture')}>
            {t('toolbar.picture')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="film" />} onClick={() => onInsert('film')}>
            {t('toolbar.film')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="file" />} onClick={() => onInsert('file')}>
            {t('toolbar.file')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="table" />} onClick={() => insertBlock(editor, tableOf(3, 3))}>
            {t('toolbar.table')}
          </Menu.Item>
          <Menu.Divider />
          {CALLOUTS.map((kind) => (
            <Menu.Item
              key={kind}
              leftSection={<Icon name={kind} />}
              onClick={() =>
                insertBlock(editor, { type: 'pageCallout', attrs: { kind }, content: [{ type: 'paragraph' }] })
              }
            >
              {t(`toolbar.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}

function styleOf(editor: Editor): Style {
  if (editor.isActive('heading', { level: 2 })) return 'h2';
  if (editor.isActive('heading', { level: 3 })) return 'h3';
  return editor.isActive('heading', { level: 4 }) ? 'h4' : 'paragraph';
}

function setStyle(editor: Editor, style: Style): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setParagraph().run();
  else chain.setHeading({ level: style === 'h2' ? 2 : style === 'h3' ? 3 : 4 }).run();
}
