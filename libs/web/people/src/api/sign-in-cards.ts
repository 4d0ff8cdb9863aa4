import type { CardPersonPage, CardState, IssueCardsRequest, SignInCards } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export interface CardFilter {
  q?: string;
  organisationId?: string;
  state?: CardState;
  /** Ids of people with commas between them. */
  people?: string;
}

/** What is sent; what the contract fills in may be left out. */
export type CardsWanted = Pick<IssueCardsRequest, 'people' | 'days'>;

export const cardPeopleQuery = (filter: CardFilter) =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.cards, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CardPersonPage>('/sign-in-cards/people', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Makes cards. The answer holds the PINs, and nothing else ever will. */
export function useMakeCards() {
  const client = useQueryClient();
  return async (request: CardsWanted): Promise<SignInCards> => {
    const made = await api.post<SignInCards>('/sign-in-cards', request);
    void client.invalidateQueries({ queryKey: peopleKeys.all });
    return made;
  };
}
