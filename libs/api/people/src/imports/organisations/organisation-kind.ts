import { type GivenImport, type GivenRow, type ImportedKind, ImportsFacade, type PlannedRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { applyOrganisations } from './apply-organisations.js';
import { type CheckedOrganisation, checkOrganisations } from './check-organisations.js';
import { orderOrganisations } from './order-organisations.js';
import { ORGANISATION_COLUMNS } from './organisation-columns.js';

/** Members and suppliers, as files bring them. */
@Injectable()
export class OrganisationsKind implements ImportedKind<CheckedOrganisation>, OnModuleInit {
  readonly kind = 'organisations';
  readonly permission = 'organisations.write';
  readonly columns = ORGANISATION_COLUMNS;
  readonly keyColumn = 'name';
  readonly repeated = 'faulty';
  readonly atOnce = 200;

  constructor(private readonly imports: ImportsFacade) {}

  onModuleInit(): void {
    this.imports.register(this);
  }

  check(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<CheckedOrganisation[]> {
    return checkOrganisations(tx, given, rows);
  }

  finish(tx: Tx, given: GivenImport): Promise<void> {
    return orderOrganisations(tx, given);
  }

  apply(tx: Tx, given: GivenImport, rows: readonly PlannedRow<CheckedOrganisation>[]) {
    return applyOrganisations(tx, given, rows);
  }
}
