import type { Ctx } from '@lms/api-platform';
import type { MatrixChoices, MatrixFilter, MatrixTeam, MatrixTotals } from '@lms/contracts';
import { dateWords } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { GetMatrix } from './get-matrix.js';

const STANDINGS: Readonly<Record<string, string>> = { 'to-act': 'overdue or expired', holds: 'valid' };

const TEAMS: Readonly<Record<MatrixTeam, string>> = {
  direct: 'Only people who report to you',
  all: 'Only people who report to you or to your people',
};

/** How the matrix is narrowed down, for whoever is handed a file of it. What the reader does not see has no name. */
@Injectable()
export class MatrixWords {
  constructor(private readonly matrix: GetMatrix) {}

  async of(ctx: Ctx, filter: MatrixFilter, { columns }: Pick<MatrixTotals, 'columns'>): Promise<string[]> {
    const {
      organisationId,
      tiers,
      team,
      schemeId,
      group,
      jobRole,
      q,
      standing,
      courseId,
      columns: chosen,
      from,
      to,
    } = filter;
    const choices: MatrixChoices | null =
      organisationId || schemeId ? JSON.parse(await this.matrix.choices(ctx)) : null;
    const named = (some: readonly { id: string; name: string }[] | undefined, id: string) =>
      some?.find((one) => one.id === id)?.name ?? 'one that is not seen';
    const course = columns.find((column) => column.courseId === courseId)?.title;
    return [
      ...(organisationId
        ? [
            `Organisation: ${named(choices?.organisations, organisationId)}, ${tiers ? 'without' : 'and'} the tiers below it`,
          ]
        : []),
      ...(team ? [TEAMS[team]] : []),
      ...(schemeId ? [`Scheme: ${named(choices?.schemes, schemeId)}`] : []),
      ...(group ? [`Group: ${group}`] : []),
      ...(jobRole ? [`Role: ${jobRole}`] : []),
      ...(q ? [`Name contains: ${q}`] : []),
      ...(courseId ? [`Only people with: ${course ?? 'a course that is not seen'}`] : []),
      ...(chosen ? [columns.length === 1 ? '1 chosen course' : `${columns.length} chosen courses`] : []),
      ...(from ? [`Not before ${dateWords(from)}`] : []),
      ...(to ? [`Not after ${dateWords(to)}`] : []),
      ...(standing ? [`Only people with something that is ${STANDINGS[standing] ?? standing}`] : []),
    ];
  }
}
