import { dayOf, ListKinds, namesOf, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { type CardPerson, CardPersonQuery, type CardState } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CardPeople } from './card-people.js';

const STATES: Record<CardState, string> = {
  none: 'Not in yet',
  waiting: 'Card given',
  expired: 'Card too old',
  own: 'Own password',
};

const COLUMNS: readonly PagedColumn<CardPerson>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Role', type: 'text', width: 22, cell: ({ jobRole }) => jobRole },
  { heading: 'Organisation', type: 'text', width: 26, cell: ({ organisationName }) => organisationName },
  { heading: 'Sign-in name', type: 'text', width: 20, cell: ({ signInName }) => signInName },
  { heading: 'How they get in', type: 'text', width: 18, cell: ({ state }) => STATES[state] },
  { heading: 'Card until', type: 'date', cell: (person) => (hasCard(person) ? dayOf(person.expiresAt) : null) },
  { heading: 'Made on', type: 'date', cell: (person) => (hasCard(person) ? dayOf(person.issuedAt) : null) },
  { heading: 'Made by', type: 'text', width: 24, cell: (person) => (hasCard(person) ? person.issuedByName : null) },
];
const hasCard = ({ state }: CardPerson): boolean => state === 'waiting' || state === 'expired';

/** People without a mailbox and how they get in, as a list for files. A PIN is on its card alone, and nowhere kept. */
@Injectable()
export class CardList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly people: CardPeople,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'cards', permission: 'cards.write', title: 'People without an e-mail address', columns: COLUMNS },
        filters: CardPersonQuery,
        narrowed: async ({ organisationId, state, people, q }) => [
          organisationId ? `Organisation: ${(await namesOf(this.sql, [organisationId]))(organisationId)}` : false,
          state ? `How they get in: ${STATES[state]}` : false,
          people ? 'Only chosen people' : false,
          q ? `Search: ${q}` : false,
        ],
        page: (ctx, query) => this.people.page(ctx, query),
      }),
    );
  }
}
