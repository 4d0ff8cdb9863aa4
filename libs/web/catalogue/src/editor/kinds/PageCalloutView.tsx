import { CALLOUTS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { pageEditorTexts } from '../../texts/page-editor.js';
import styles from './PageBlock.module.css';

/** A call-out in the editor: its kind is chosen where its word stands. */
export function PageCalloutView({ node, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const { t } = useTexts(pageEditorTexts);
  const kind = String(node.attrs['kind']);
  return (
    <NodeViewWrapper data-callout={kind}>
      <div className={styles.calloutHead} contentEditable={false}>
        <select
          aria-label={t('callout.kind')}
          value={kind}
          disabled={!editor.isEditable}
          onChange={(event) => updateAttributes({ kind: event.target.value })}
        >
          {CALLOUTS.map((each) => (
            <option key={each} value={each}>
              {t(`toolbar.${each}`)}
            </option>
          ))}
        </select>
        {editor.isEditable && (
          <Button size="small" variant="quiet" onClick={deleteNode}>
            {t('callout.remove')}
          </Button>
        )}
      </div>
      <NodeViewContent className={styles.calloutText} />
    </NodeViewWrapper>
  );
}
