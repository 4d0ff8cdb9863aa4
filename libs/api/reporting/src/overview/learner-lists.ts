import { type Ctx, ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import {
  type AnsweredWronglyItem,
  AnsweredWronglyQuery,
  type CompletedItem,
  CompletedQuery,
  type CompletedTotals,
  type GivenUpItem,
  GivenUpQuery,
  Id,
  type OverviewFilter,
} from '@lms/contracts';
import { dateWords } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MatrixWords } from '../matrix/matrix-words.js';
import { GetLearners } from './get-learners.js';

const COMPLETED: readonly PagedColumn<CompletedItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 22, cell: ({ organisationName }) => organisationName },
  { heading: 'Course', type: 'text', width: 30, cell: ({ title }) => title },
  { heading: 'Completed', type: 'date', cell: ({ completedOn }) => completedOn },
  { heading: 'Valid until', type: 'date', cell: ({ validUntil }) => validUntil },
];
const GIVEN_UP: readonly PagedColumn<GivenUpItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 22, cell: ({ organisationName }) => organisationName },
  { heading: 'Course', type: 'text', width: 30, cell: ({ title }) => title },
  { heading: 'Where they stopped', type: 'text', width: 30, cell: ({ activity }) => activity },
  { heading: 'Last day', type: 'date', cell: ({ lastOn }) => lastOn },
];
const ANSWERED_WRONGLY: readonly PagedColumn<AnsweredWronglyItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 22, cell: ({ organisationName }) => organisationName },
  { heading: 'Course', type: 'text', width: 30, cell: ({ title }) => title },
  { heading: 'Question', type: 'text', width: 40, cell: ({ question }) => question },
  { heading: 'Answered', type: 'date', cell: ({ answeredOn }) => answeredOn },
];
const OfQuestion = AnsweredWronglyQuery.extend({ questionId: Id });
const UNSEEN = 'one that is not seen';

/** Who completed what, who gave up where, and who was wrong, as lists for files. What the reader does not see has no name. */
@Injectable()
export class LearnerLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly learners: GetLearners,
    private readonly words: MatrixWords,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'completed', permission: 'record.read', title: 'Completions', columns: COMPLETED },
        filters: CompletedQuery,
        narrowed: (query, ctx) => this.completed(ctx, query),
        page: (ctx, query) => this.learners.completed(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ name: 'given-up', permission: 'record.read', title: 'Begun and given up', columns: GIVEN_UP },
        filters: GivenUpQuery,
        narrowed: (query, ctx) => this.givenUp(ctx, query),
        page: (ctx, query) => this.learners.givenUp(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{
          name: 'answered-wrongly',
          permission: 'record.read',
          title: 'Answered wrongly',
          columns: ANSWERED_WRONGLY,
        },
        filters: OfQuestion,
        narrowed: async ({ questionId, ...query }, ctx) => {
          const { items } = await this.learners.answeredWrongly(ctx, questionId, { ...query, limit: 1 });
          return [`Question: ${items[0]?.question ?? UNSEEN}`, ...(await this.whom(ctx, query))];
        },
        page: (ctx, { questionId, ...query }) => this.learners.answeredWrongly(ctx, questionId, query),
      }),
    );
  }

  private async completed(ctx: Ctx, { cursor: _c, limit: _l, ...filter }: CompletedQuery): Promise<string[]> {
    const { from, to, courseId } = filter;
    const totals: CompletedTotals | null = courseId
      ? JSON.parse(await this.learners.completedTotals(ctx, filter))
      : null;
    return [
      ...(await this.whom(ctx, filter)),
      ...(courseId ? [`Course: ${totals?.courses[0]?.title ?? UNSEEN}`] : []),
      ...(from ? [`Not before ${dateWords(from)}`] : []),
      ...(to ? [`Not after ${dateWords(to)}`] : []),
    ];
  }

  private async givenUp(ctx: Ctx, query: GivenUpQuery): Promise<string[]> {
    const { courseId, activityId } = query;
    const { items } = await this.learners.givenUp(ctx, { ...query, limit: 1 });
    return [
      ...(await this.whom(ctx, query)),
      ...(courseId ? [`Course: ${items[0]?.title ?? UNSEEN}`] : []),
      ...(activityId ? [`Stopped at: ${items[0]?.activity ?? UNSEEN}`] : []),
    ];
  }

  private whom(ctx: Ctx, { organisationId, schemeId }: OverviewFilter): Promise<string[]> {
    return this.words.of(ctx, { by: 'organisation', organisationId, schemeId }, { columns: [] });
  }
}
