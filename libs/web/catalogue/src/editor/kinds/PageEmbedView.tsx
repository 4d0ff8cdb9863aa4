import { paths, useTexts } from '@lms/web-platform';
import { Button, Icon, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { Link } from 'react-router';
import { resourceQuery } from '../../api/resources.js';
import { CheckField } from '../../fields/CheckField.js';
import { useLibraryAddress } from '../../resources/use-library-address.js';
import { factsOf } from '../../resources/words.js';
import { pageEditorTexts } from '../../texts/page-editor.js';
import styles from './PageBlock.module.css';
import type { EmbedAttributes } from './page-attributes.js';

/** A film or a file in the editor, with the title that learners read. */
export function PageEmbedView({ node, selected, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const { t } = useTexts(pageEditorTexts);
  const { file, kind, title, silent } = node.attrs as EmbedAttributes;
  const { data, isError } = useQuery({ ...resourceQuery(file), throwOnError: false });
  const address = useLibraryAddress();
  const source = data && address(data.current.sha256);
  return (
    <NodeViewWrapper className={styles.block} data-selected={selected || undefined} data-drag-handle>
      {isError ? (
        <p className={styles.missing}>{t('embed.missing')}</p>
      ) : kind === 'video' && source ? (
        <video src={source} controls preload="metadata" aria-label={title || data.title} />
      ) : (
        <p className={styles.file}>
          <Icon name={kind === 'video' ? 'film' : 'file'} size={24} />
          {data ? `${data.current.name}, ${factsOf(data.current)}` : t(kind === 'video' ? 'embed.film' : 'embed.file')}
        </p>
      )}
      {editor.isEditable && (
        <div className={styles.fields} contentEditable={false}>
          <TextField
            label={t('embed.title')}
            maxLength={120}
            value={title}
            onChange={(event) => updateAttributes({ title: event.target.value })}
          />
          {kind === 'video' && data && data.current.captions.length > 0 && (
            <p>{t('embed.captions', { languages: data.current.captions.map(({ label }) => label).join(', ') })}</p>
          )}
          {kind === 'video' && data?.current.captions.length === 0 && (
            <>
              <CheckField
                label={t('embed.silent')}
                checked={silent}
                onChange={(checked) => updateAttributes({ silent: checked })}
              />
              {!silent && (
                <p className={styles.wrong}>
                  {t('embed.captionsMissing')} <Link to={paths.resource(file)}>{t('embed.addCaptions')}</Link>
                </p>
              )}
            </>
          )}
          <div className={styles.row}>
            <Button size="small" variant="quiet" onClick={deleteNode}>
              {t('embed.remove')}
            </Button>
          </div>
        </div>
      )}
    </NodeViewWrapper>
  );
}
