import { type GivenImport, type GivenRow, type ImportedKind, ImportsFacade, type PlannedRow } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { applyPeople } from './apply-people.js';
import { missingPeople } from './check-leaving.js';
import { checkPeople } from './check-people.js';
import { orderManagers } from './order-managers.js';
import { PEOPLE_COLUMNS } from './people-columns.js';
import type { CheckedPerson } from './person-plan.js';

/** People and their engagements, as files bring them. */
@Injectable()
export class PeopleKind implements ImportedKind<CheckedPerson>, OnModuleInit {
  readonly kind = 'people';
  readonly permission = 'imports.write';
  readonly columns = PEOPLE_COLUMNS;
  /** A line manager can be named by it before they are there. */
  readonly keyColumn = 'employeeNumber';
  readonly repeated = 'faulty';
  readonly atOnce = 1000;

  constructor(private readonly imports: ImportsFacade) {}

  onModuleInit(): void {
    this.imports.register(this);
  }

  check(tx: Tx, given: GivenImport, rows: readonly GivenRow[]): Promise<CheckedPerson[]> {
    return checkPeople(tx, given, rows);
  }

  finish(tx: Tx, given: GivenImport): Promise<void> {
    return orderManagers(tx, given);
  }

  leavers(tx: Tx, given: GivenImport) {
    return missingPeople(tx, given);
  }

  apply(tx: Tx, given: GivenImport, rows: readonly PlannedRow<CheckedPerson>[]) {
    return applyPeople(tx, given, rows);
  }
}
