/** The folder of made files, the same distance from the sources and from what is built of them. */
export const assets = new URL('../../assets/', import.meta.url);
