import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@lms/web-platform';
import { placeErrors } from './place-errors.js';

const values = { person: { givenName: '', phone: '' }, engagement: { schemeIds: [{ value: 's1' }] }, signInName: '' };
const refused = (...fields: { path: string; message: string }[]) =>
  new ApiProblem({ status: 422, code: 'invalid', detail: 'Some fields are not right.', fields });

describe('placeErrors', () => {
  it('puts sentences at their fields, the first of each', () => {
    const error = refused(
      { path: 'person.givenName', message: 'Too long.' },
      { path: 'person.givenName', message: 'Too odd.' },
      { path: 'engagement.schemeIds.0', message: 'Not a scheme.' },
    );
    expect(placeErrors(error, values)).toEqual({
      fields: { 'person.givenName': 'Too long.', 'engagement.schemeIds': 'Not a scheme.' },
      general: [],
    });
  });

  it('says what belongs to no field above the form', () => {
    expect(placeErrors(refused({ path: 'shoeSize', message: 'Too large.' }), values).general).toEqual(['Too large.']);
    expect(placeErrors(new ApiProblem({ status: 409, code: 'x', detail: 'It ended.' }), values).general).toEqual([
      'It ended.',
    ]);
  });
});
