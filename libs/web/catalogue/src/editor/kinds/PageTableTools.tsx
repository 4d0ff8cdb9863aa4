import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { useEditorState, type Editor } from '@tiptap/react';
import { pageEditorTexts } from '../../texts/page-editor.js';
import styles from './PageEditor.module.css';

/** What can be done to the table in which the cursor stands. */
export function PageTableTools({ editor }: { editor: Editor }) {
  const { t } = useTexts(pageEditorTexts);
  const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
  if (!inside) return null;
  const chain = () => editor.chain().focus();
  const tools = [
    ['rowAfter', () => chain().addRowAfter().run()],
    ['columnAfter', () => chain().addColumnAfter().run()],
    ['headerRow', () => chain().toggleHeaderRow().run()],
    ['headerColumn', () => chain().toggleHeaderColumn().run()],
    ['rowDelete', () => chain().deleteRow().run()],
    ['columnDelete', () => chain().deleteColumn().run()],
    ['delete', () => chain().deleteTable().run()],
  ] as const;
  return (
    <div className={styles.tableTools} role="group" aria-label={t('table.label')}>
      {tools.map(([key, run]) => (
        <Button key={key} size="small" onClick={run}>
          {t(`table.${key}`)}
        </Button>
      ))}
    </div>
  );
}
