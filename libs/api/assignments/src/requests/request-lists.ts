import { dayOf, ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type AssignmentRequest, AssignmentRequestQuery, type ToDecide } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListRequests } from './list-requests.js';
import { ListToDecide } from './list-to-decide.js';

const STATES: Record<AssignmentRequest['state'], string> = {
  waiting: 'Waiting for a second person',
  given: 'Given',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

const KINDS: Record<ToDecide['kind'], string> = {
  exemption: 'Exemption',
  extension: 'More time',
  enrolment: 'Course',
  request: 'Request',
};

const ASKED: readonly PagedColumn<AssignmentRequest>[] = [
  { heading: 'Course or path', type: 'text', width: 30, cell: ({ title }) => title },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
  { heading: 'Why', type: 'text', width: 40, cell: ({ why }) => why },
  { heading: 'Asked by', type: 'text', width: 24, cell: ({ askedByName }) => askedByName },
  { heading: 'Asked on', type: 'date', cell: ({ askedAt }) => dayOf(askedAt) },
  { heading: 'Due', type: 'date', cell: ({ dueOn }) => dueOn },
  { heading: 'State', type: 'text', width: 26, cell: ({ state }) => STATES[state] },
  { heading: 'Decision', type: 'text', width: 40, cell: ({ decision }) => decision || null },
];
const TO_DECIDE: readonly PagedColumn<ToDecide>[] = [
  { heading: 'Course or path', type: 'text', width: 30, cell: ({ courseTitle }) => courseTitle },
  { heading: 'What', type: 'text', cell: ({ kind }) => KINDS[kind] },
  { heading: 'Person', type: 'text', width: 24, cell: ({ person }) => person?.name ?? null },
  { heading: 'Organisation', type: 'text', width: 22, cell: ({ person }) => person?.organisationName ?? null },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
  { heading: 'From', type: 'date', cell: ({ fromOn }) => fromOn },
  { heading: 'To', type: 'date', cell: ({ toOn }) => toOn },
  { heading: 'Due', type: 'date', cell: ({ dueOn }) => dueOn },
  { heading: 'Why', type: 'text', width: 40, cell: ({ why }) => why },
  { heading: 'Asked by', type: 'text', width: 24, cell: ({ askedByName }) => askedByName },
  { heading: 'Asked on', type: 'date', cell: ({ askedAt }) => dayOf(askedAt) },
];

/** What was asked of people, and what waits to be decided, as lists for files. */
@Injectable()
export class RequestLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly asked: ListRequests,
    private readonly waiting: ListToDecide,
  ) {}

  onModuleInit(): void {
    const all = { filters: AssignmentRequestQuery, narrowed: () => [] };
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'requests', permission: 'assignments.write', title: 'Requests', columns: ASKED },
        page: (ctx, query) => this.asked.page(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'decisions', permission: 'assignments.write', title: 'Requests to decide' },
        columns: TO_DECIDE,
        page: (ctx, query) => this.waiting.run(ctx, query),
      }),
    );
  }
}
