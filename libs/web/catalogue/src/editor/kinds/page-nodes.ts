import { CALLOUTS } from '@lms/domain';
import { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { EmbedAttributes, PictureAttributes } from './page-attributes.js';
import { PageCalloutView } from './PageCalloutView.js';
import { PageEmbedView } from './PageEmbedView.js';
import { PagePictureView } from './PagePictureView.js';

/** An attribute that is kept under a name in the markup; nothing when it is empty. */
const kept = (name: string, empty: string | boolean | null = null) => ({
  default: empty,
  parseHTML: (element: HTMLElement) =>
    typeof empty === 'boolean' ? element.getAttribute(name) === 'yes' : (element.getAttribute(name) ?? empty),
  renderHTML: () => ({}),
});

/** A picture of the library, named by its id: the text holds no address that anybody could change. */
export const PagePicture = Node.create({
  name: 'pagePicture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ file: kept('data-file'), alt: kept('alt', ''), decorative: kept('data-decorative', false) }),
  parseHTML: () => [{ tag: 'img[data-file]' }],
  renderHTML: ({ node }) => {
    const { file, alt, decorative } = node.attrs as PictureAttributes;
    return ['img', { 'data-file': file, alt: decorative ? '' : alt, ...(decorative && { 'data-decorative': 'yes' }) }];
  },
  addNodeView: () => ReactNodeViewRenderer(PagePictureView),
});

/** A film or a file of the library with a title. */
export const PageEmbed = Node.create({
  name: 'pageEmbed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    file: kept('data-file'),
    kind: kept('data-kind', 'file'),
    silent: kept('data-silent', false),
    title: {
      default: '',
      parseHTML: (element: HTMLElement) => element.textContent?.trim() ?? '',
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-file]' }],
  renderHTML: ({ node }) => {
    const { file, kind, title, silent } = node.attrs as EmbedAttributes;
    const mark = silent && { 'data-silent': 'yes' };
    return ['figure', { 'data-file': file, 'data-kind': kind, ...mark }, ['figcaption', title]];
  },
  addNodeView: () => ReactNodeViewRenderer(PageEmbedView),
});

/** Blocks set apart as a note, a warning or a tip. */
export const PageCallout = Node.create({
  name: 'pageCallout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element: HTMLElement) =>
        CALLOUTS.find((known) => known === element.getAttribute('data-callout')) ?? 'note',
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML: ({ node }) => ['aside', { 'data-callout': String(node.attrs['kind']) }, 0],
  addNodeView: () => ReactNodeViewRenderer(PageCalloutView),
});
