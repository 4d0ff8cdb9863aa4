import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type DataRequest, type DuePerson, type Erasure, type LegalHold, PageQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadErasures } from '../erasure/read-erasures.js';
import { LegalHolds } from '../holds/legal-holds.js';
import { ListRequests } from '../requests/list-requests.js';
import { ListDue } from '../retention/list-due.js';

const GROUNDS: Record<Erasure['ground'], string> = {
  asked: 'The person asked for it',
  period: 'The period is over',
  mistake: 'Entered by mistake',
  other: 'Another ground',
};
const DECIDED: Record<Erasure['state'], string> = {
  proposed: 'Waiting',
  applied: 'Erased',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
const FILES: Record<DataRequest['state'], string> = {
  waiting: 'Being made',
  making: 'Being made',
  ready: 'There',
  failed: 'Could not be made',
  ended: 'Its days are over',
};

const PROPOSED: readonly PagedColumn<Erasure>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Ground', type: 'text', width: 26, cell: ({ ground }) => GROUNDS[ground] },
  { heading: 'Why', type: 'text', width: 40, cell: ({ reason }) => reason || null },
  { heading: 'Proposed by', type: 'text', width: 26, cell: ({ proposedByName }) => proposedByName },
  { heading: 'Proposed on', type: 'date', cell: ({ proposedAt }) => dayOf(proposedAt) },
];
const DONE: readonly PagedColumn<Erasure>[] = [
  ...PROPOSED,
  { heading: 'State', type: 'text', cell: ({ state }) => DECIDED[state] },
  { heading: 'Decided by', type: 'text', width: 26, cell: ({ decidedByName }) => decidedByName },
  { heading: 'Decided on', type: 'date', cell: ({ decidedAt, proposedAt }) => dayOf(decidedAt ?? proposedAt) },
  { heading: 'Decision', type: 'text', width: 40, cell: ({ decision }) => decision || null },
];
const DUE: readonly PagedColumn<DuePerson>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 26, cell: ({ organisationName }) => organisationName },
  { heading: 'Left on', type: 'date', cell: ({ leftOn }) => leftOn },
  { heading: 'Due since', type: 'date', cell: ({ dueOn }) => dueOn },
  { heading: 'Legal hold', type: 'text', cell: ({ held }) => (held ? 'Legal hold' : null) },
];
const REQUESTS: readonly PagedColumn<DataRequest>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Asked by', type: 'text', width: 26, cell: ({ own, askedByName }) => (own ? 'Themselves' : askedByName) },
  { heading: 'Asked on', type: 'date', cell: ({ askedAt }) => dayOf(askedAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ askedAt }) => timeOf(askedAt) },
  { heading: 'Why', type: 'text', width: 40, cell: ({ reason }) => reason || null },
  { heading: 'State', type: 'text', width: 20, cell: ({ state }) => FILES[state] },
  {
    ...{ heading: 'Can be taken until', type: 'date' },
    cell: ({ state, endsAt }) => (state === 'ready' ? dayOf(endsAt) : null),
  },
];
const HOLDS: readonly PagedColumn<LegalHold>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Why', type: 'text', width: 50, cell: ({ reason }) => reason },
  { heading: 'Until', type: 'date', cell: ({ untilOn }) => untilOn },
  { heading: 'Placed by', type: 'text', width: 26, cell: ({ placedByName }) => placedByName },
  { heading: 'Placed on', type: 'date', cell: ({ placedAt }) => dayOf(placedAt) },
];

/** What is done for data protection, each view of its page a list for files. */
@Injectable()
export class PrivacyLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly erasures: ReadErasures,
    private readonly due: ListDue,
    private readonly requests: ListRequests,
    private readonly holds: LegalHolds,
  ) {}

  onModuleInit(): void {
    const all = { permission: 'privacy.read', filters: PageQuery, narrowed: () => [] } as const;
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'erasures', title: 'Erasures to decide', columns: PROPOSED },
        page: (ctx, query) => this.erasures.list(ctx, { ...query, show: 'open' }),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'erasures-decided', title: 'Erasures that were decided', columns: DONE },
        page: (ctx, query) => this.erasures.list(ctx, { ...query, show: 'decided' }),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'erasures-due', title: 'People due for erasure', columns: DUE },
        page: (ctx, query) => this.due.run(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'data-requests', title: 'Downloads of data', columns: REQUESTS },
        page: (ctx, query) => this.requests.all(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'legal-holds', title: 'Legal holds', columns: HOLDS },
        page: (ctx, query) => this.holds.list(ctx, { ...query, show: 'holding' }),
      }),
    );
  }
}
