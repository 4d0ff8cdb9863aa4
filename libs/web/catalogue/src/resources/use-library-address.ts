import { useQuery } from '@tanstack/react-query';
import { libraryContentQuery } from '../api/resources.js';

/** Where a file of the library can be looked at; null until that is known. */
export function useLibraryAddress(): (sha256: string) => string | null {
  const { data } = useQuery(libraryContentQuery());
  return (sha256) =>
    data ? `${data.contentOrigin}/__waymark/file/${sha256}?t=${encodeURIComponent(data.contentToken)}` : null;
}
