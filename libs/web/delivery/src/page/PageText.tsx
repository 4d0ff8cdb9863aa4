import type { PageFile } from '@lms/contracts';
import { LINK_REL } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Hidden, Prose } from '@lms/web-ui';
import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { Callout } from './Callout.js';
import { BLOCKS, isPlain, numberOf, PLAIN } from './page-element.js';
import { PageDownload } from './PageDownload.js';
import { PageFilm } from './PageFilm.js';
import { PagePicture } from './PagePicture.js';
import styles from './PageText.module.css';
import { sanitise } from './sanitise.js';
import { TableFrame } from './TableFrame.js';
import { pageTexts } from './texts.js';

interface Props {
  html: string;
  files: readonly PageFile[];
  /** Where a file of the page is read. */
  addressOf: (file: Pick<PageFile, 'path'>) => string;
  /** A file did not load: its address may have ended. */
  onFailed: () => void;
}

/** The text of a page. Every element is made here by its name, so there is none that was not meant. */
export function PageText({ html, files, addressOf, onFailed }: Props) {
  const { t } = useTexts(pageTexts);
  const root = useMemo(() => sanitise(html), [html]);
  return <Prose>{childrenOf(root)}</Prose>;

  function childrenOf(node: Node): ReactNode[] {
    return [...node.childNodes].map((child, key) => <Fragment key={key}>{shown(child)}</Fragment>);
  }

  function shown(node: ChildNode): ReactNode {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (!(node instanceof Element)) return null;
    const name = node.localName;
    if (name === 'br') return <br />;
    // What was written around blocks is a box for them, not a paragraph.
    if (name === 'p' && node.querySelector(BLOCKS)) return <div>{childrenOf(node)}</div>;
    if (isPlain(name)) return createElement(PLAIN[name], null, ...childrenOf(node));
    switch (name) {
      case 'ol':
        return <ol start={numberOf(node, 'start')}>{childrenOf(node)}</ol>;
      case 'a':
        return linkTo(node.getAttribute('href'), childrenOf(node));
      case 'table':
        return (
          <TableFrame label={t('table')}>
            <table>{childrenOf(node)}</table>
          </TableFrame>
        );
      case 'th':
        return (
          <th scope={node.getAttribute('scope') ?? 'col'} {...spansOf(node)}>
            {childrenOf(node)}
          </th>
        );
      case 'td':
        return <td {...spansOf(node)}>{childrenOf(node)}</td>;
      case 'aside':
        return <Callout kind={node.getAttribute('data-callout')}>{childrenOf(node)}</Callout>;
      case 'img':
        return pictureOf(node);
      case 'figure':
        return figureOf(node);
      default:
        return childrenOf(node);
    }
  }

  function linkTo(href: string | null, words: ReactNode[]): ReactNode {
    if (href === null) return words;
    return (
      <a href={href} target="_blank" rel={LINK_REL}>
        {words}
        <Hidden> {t('newTab')}</Hidden>
      </a>
    );
  }

  function pictureOf(node: Element): ReactNode {
    const file = fileOf(node);
    const alt = node.getAttribute('data-decorative') === 'yes' ? '' : (node.getAttribute('alt') ?? '');
    if (file?.kind !== 'image') return <p className={styles.missing}>{alt || t('missing')}</p>;
    return <PagePicture key={file.id} file={file} alt={alt} address={addressOf(file)} onFailed={onFailed} />;
  }

  function figureOf(node: Element): ReactNode {
    const file = fileOf(node);
    const title = node.textContent?.trim() || file?.name || '';
    if (!file) return <p className={styles.missing}>{t('missingFile')}</p>;
    const shownAs = { file, title, address: addressOf(file) };
    return file.kind === 'video' && node.getAttribute('data-kind') === 'video' ? (
      <PageFilm
        {...shownAs}
        captions={file.captions.map((track) => ({ ...track, address: addressOf(track) }))}
        onFailed={onFailed}
      />
    ) : (
      <PageDownload {...shownAs} />
    );
  }

  function fileOf(node: Element): PageFile | undefined {
    return files.find((file) => file.id === node.getAttribute('data-file'));
  }
}

const spansOf = (node: Element) => ({ colSpan: numberOf(node, 'colspan'), rowSpan: numberOf(node, 'rowspan') });
