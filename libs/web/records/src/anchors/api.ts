import type { AnchorList, SigningKey } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const anchorsQuery = () =>
  queryOptions({ queryKey: ['anchors'], queryFn: ({ signal }) => api.get<AnchorList>('/anchors', { signal }) });

/** Where anybody finds the key, who has nothing but a file and an address. */
export const KEY_ADDRESS = '/.well-known/waymark-key';

/** It stands outside the API, as everybody finds it. */
export const signingKeyQuery = () =>
  queryOptions({
    queryKey: ['signing-key'],
    queryFn: async ({ signal }): Promise<SigningKey> => {
      const answer = await fetch(KEY_ADDRESS, { signal });
      if (!answer.ok) throw new Error(`The key could not be loaded: ${answer.status}`);
      return (await answer.json()) as SigningKey;
    },
  });

export const anchorFile = (day: string): string => `/api/v1/anchors/${day}`;
