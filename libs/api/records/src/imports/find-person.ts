import type { RowMessage } from '@lms/api-imports';
import type { Known, PersonInQuestion } from '@lms/api-people';
import type { GivenCompletion } from './given-completion.js';

/** Names less alike than this, behind one number, are hardly one person. */
const HARDLY = 0.2;

/** The one person whom a row means, or why that cannot be told. Somebody out of sight reads as nobody. */
export function findPerson(given: GivenCompletion, known: Known | undefined): PersonInQuestion | RowMessage | null {
  const people = (known?.people ?? []).filter(({ seen }) => seen);
  const [first, second] = people;
  if (given.number !== '') {
    if (given.organisation === '') return null;
    if (!known?.organisationId)
      return { column: 'organisation', message: `There is no organisation called “${given.organisation}”.` };
    if (!first?.sure)
      return { column: 'employeeNumber', message: `Nobody at ${given.organisation} has the number ${given.number}.` };
    if (given.name !== '' && first.likeness !== null && first.likeness < HARDLY) {
      return {
        column: 'name',
        message: `${given.number} is the number of ${first.name}, and this row says ${given.name}.`,
      };
    }
    return first;
  }
  if (given.name === '' || (given.email === '' && given.phone === '')) return null;
  const column = given.email === '' ? 'phone' : 'email';
  if (!first) return { column, message: `Nobody called ${given.name} is known by this.` };
  if (second)
    return {
      column,
      message: `More than one person fits: ${first.name} and ${second.name}. Give the employee number.`,
    };
  return first;
}
