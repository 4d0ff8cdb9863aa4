import type { MatrixCell } from '@lms/contracts';

/** A person in one of the groups, as files are made of it. */
export interface MatrixLine {
  groupId: string;
  personId: string;
  name: string;
  organisationName: string;
  jobRole: string;
  /**
   * What is required: of each course its id, ten characters of the day that matters or as many dashes, and the standing;
   * commas between. Read as JSON it would be an object of other keys for every person, which takes three times as long.
   */
  cells: string;
}

const ID = 36;
export const NO_DAY = '----------';

/** The cells of a line in the order of columns, by the place of each course. */
export function cellsOf(
  { cells }: Pick<MatrixLine, 'cells'>,
  places: ReadonlyMap<string, number>,
): (MatrixCell | undefined)[] {
  const found = new Array<MatrixCell | undefined>(places.size);
  for (let at = 0; at < cells.length;) {
    const comma = cells.indexOf(',', at + ID + NO_DAY.length);
    const end = comma < 0 ? cells.length : comma;
    const place = places.get(cells.slice(at, at + ID));
    const day = cells.slice(at + ID, at + ID + NO_DAY.length);
    if (place !== undefined)
      found[place] = [cells.slice(at + ID + NO_DAY.length, end) as MatrixCell[0], day === NO_DAY ? null : day];
    at = end + 1;
  }
  return found;
}
