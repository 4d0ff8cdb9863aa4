import { useTexts } from '@lms/web-platform';
import { Button, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { resourceQuery } from '../../api/resources.js';
import { CheckField } from '../../fields/CheckField.js';
import { useLibraryAddress } from '../../resources/use-library-address.js';
import { pageEditorTexts } from '../../texts/page-editor.js';
import styles from './PageBlock.module.css';
import type { PictureAttributes } from './page-attributes.js';

/** A picture in the editor, with its description right below: nobody has to look for it. */
export function PagePictureView({ node, selected, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const { t } = useTexts(pageEditorTexts);
  const { file, alt, decorative } = node.attrs as PictureAttributes;
  const { data, isError } = useQuery({ ...resourceQuery(file), throwOnError: false });
  const address = useLibraryAddress();
  const source = data && address(data.current.sha256);
  return (
    <NodeViewWrapper className={styles.block} data-selected={selected || undefined} data-drag-handle>
      {isError ? (
        <p className={styles.missing}>{t('picture.missing')}</p>
      ) : (
        source && (
          <img
            src={source}
            alt={decorative ? '' : alt}
            width={data.current.width ?? undefined}
            height={data.current.height ?? undefined}
          />
        )
      )}
      {editor.isEditable && (
        <div className={styles.fields} contentEditable={false}>
          {!decorative && (
            <TextField
              label={t('picture.alt')}
              hint={t('picture.altHint')}
              error={alt.trim() === '' ? t('picture.altMissing') : null}
              maxLength={500}
              value={alt}
              onChange={(event) => updateAttributes({ alt: event.target.value })}
            />
          )}
          <div className={styles.row}>
            <CheckField
              label={t('picture.decorative')}
              checked={decorative}
              onChange={(checked) => updateAttributes({ decorative: checked })}
            />
            <Button size="small" variant="quiet" onClick={deleteNode}>
              {t('picture.remove')}
            </Button>
          </div>
        </div>
      )}
    </NodeViewWrapper>
  );
}
