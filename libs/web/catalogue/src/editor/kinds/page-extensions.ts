import { isPageAttribute } from '@lms/domain';
import type { Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { StarterKit } from '@tiptap/starter-kit';
import { PageCallout, PageEmbed, PagePicture } from './page-nodes.js';

/** What can stand in a page: the same as what is stored, nothing that would be lost by saving. */
export const pageExtensions = (placeholder: string): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    codeBlock: false,
    horizontalRule: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isPageAttribute('a', 'href', url),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  TableKit.configure({ table: { resizable: false } }),
  Placeholder.configure({ placeholder }),
  PagePicture,
  PageEmbed,
  PageCallout,
];
