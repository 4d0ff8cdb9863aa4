import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type MailItem, MailQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListMails } from './list-mails.js';

const STATES: Record<MailItem['state'], string> = {
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  failed: 'Could not be sent',
  kept: 'Kept here',
};

const NARROWED: Record<MailQuery['show'], string[]> = {
  all: [],
  failed: ['Could not be sent'],
  late: ['Not sent on its day'],
};
const ENDED: Partial<Record<string, string>> = { late: 'Not sent on its day', unsure: 'May have arrived' };
const stateOf = ({ state, endedWhy }: MailItem): string =>
  (state === 'failed' && endedWhy ? ENDED[endedWhy] : null) ?? STATES[state];

const COLUMNS: readonly PagedColumn<MailItem>[] = [
  { heading: 'Subject', type: 'text', width: 50, cell: ({ subject }) => subject },
  { heading: 'To', type: 'text', width: 32, cell: ({ to }) => to },
  { heading: 'State', type: 'text', width: 20, cell: stateOf },
  { heading: 'What the mail server said', type: 'text', width: 40, cell: ({ error }) => error },
  { heading: 'Written on', type: 'date', cell: ({ createdAt }) => dayOf(createdAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ createdAt }) => timeOf(createdAt) },
];

/** The mail log as a list for files. What a mail says is not in it: links in it let in. */
@Injectable()
export class MailList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly mails: ListMails,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'mails', permission: 'mail.read', title: 'Outbox', columns: COLUMNS, filters: MailQuery },
        narrowed: ({ show }) => NARROWED[show],
        page: (ctx, query) => this.mails.page(ctx, query),
      }),
    );
  }
}
