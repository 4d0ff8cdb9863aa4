import { dayOf, ListKinds, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { EvidenceQuery, type EvidenceQueueItem, type EvidenceState } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListEvidence } from './list-evidence.js';

const STATES: Record<EvidenceState, string> = {
  waiting: 'Waiting for a check',
  accepted: 'Accepted',
  returned: 'Returned',
  replaced: 'Replaced by a newer one',
};

const COLUMNS: readonly PagedColumn<EvidenceQueueItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 24, cell: ({ organisationName }) => organisationName },
  { heading: 'Course', type: 'text', width: 30, cell: ({ courseTitle }) => courseTitle },
  { heading: 'Issued by', type: 'text', width: 22, cell: ({ issuer }) => issuer },
  { heading: 'Sent on', type: 'date', cell: ({ submittedAt }) => dayOf(submittedAt) },
  { heading: 'Sent by', type: 'text', width: 24, cell: ({ submittedByName }) => submittedByName },
  { heading: 'Expires on', type: 'date', cell: ({ expiresOn }) => expiresOn },
];
const SENT: readonly PagedColumn<EvidenceQueueItem>[] = [
  ...COLUMNS,
  { heading: 'State', type: 'text', width: 20, cell: ({ state }) => STATES[state] },
  { heading: 'Why returned', type: 'text', width: 40, cell: ({ reason }) => reason },
];
const FILTERS = EvidenceQuery.omit({ list: true });

/** What waits for a verifier, and what somebody sent for others, as lists for files. */
@Injectable()
export class EvidenceLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly evidence: ListEvidence,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.register('evidence', 'to-check', 'Evidence to check', COLUMNS);
    this.register('evidence-sent', 'sent', 'Evidence sent for others', SENT);
  }

  private register(
    name: 'evidence' | 'evidence-sent',
    list: EvidenceQuery['list'],
    title: string,
    columns: readonly PagedColumn<EvidenceQueueItem>[],
  ): void {
    this.kinds.register(
      pagedKind({
        ...{ name, title, columns, filters: FILTERS },
        permission: list === 'sent' ? 'self' : 'record.write',
        narrowed: async ({ q, organisationId, schemeId }) => [
          organisationId &&
            `Organisation: ${await this.nameOf('organisation', organisationId)}, and the tiers below it`,
          schemeId && `Scheme: ${await this.nameOf('scheme', schemeId)}`,
          q && `Search: ${q}`,
        ],
        page: (ctx, query) => this.evidence.run(ctx, { ...query, list }),
      }),
    );
  }

  private async nameOf(what: 'organisation' | 'scheme', id: string): Promise<string> {
    const found = await this.sql.row<{ name: string }>(`${what}-name`, `select name from ${what} where id = $1`, [id]);
    return found?.name ?? 'one that is not there';
  }
}
