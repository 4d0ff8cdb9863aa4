/** What a picture of a page says of itself. */
export interface PictureAttributes {
  file: string;
  alt: string;
  decorative: boolean;
}

/** The same of a film or a file. */
export interface EmbedAttributes {
  file: string;
  kind: 'video' | 'file';
  title: string;
  silent: boolean;
}
