import type { Editor, JSONContent } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

/**
 * Puts a block behind the one in which the cursor stands, or in its place when that is empty: the words around it stay
 * together. The cursor goes to the first place in it where something can be written, else behind it.
 */
export function insertBlock(editor: Editor, block: JSONContent): void {
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { $to } = state.selection;
      const inText = $to.parent.isTextblock;
      const empty = inText && $to.parent.content.size === 0;
      const at = inText ? (empty ? $to.before() : $to.after()) : $to.pos;
      tr.replaceWith(at, empty ? $to.after() : at, state.schema.nodeFromJSON(block));
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size))));
      return true;
    })
    .scrollIntoView()
    .run();
}

const cell = (type: string): JSONContent => ({ type, content: [{ type: 'paragraph' }] });

/** An empty table whose first row heads the columns. */
export const tableOf = (rows: number, columns: number): JSONContent => ({
  type: 'table',
  content: Array.from({ length: rows }, (_, row) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => cell(row === 0 ? 'tableHeader' : 'tableCell')),
  })),
});
