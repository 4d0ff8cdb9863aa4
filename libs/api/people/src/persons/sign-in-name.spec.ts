import { describe, expect, it } from '@jest/globals';
import { AddPersonRequest } from '@lms/contracts';
import { chosenName, malformedName } from './sign-in-name.js';

const requestOf = (signInName: string | null, workEmail: string | null) =>
  AddPersonRequest.parse({
    person: { givenName: 'Aisha', familyName: 'Karim' },
    engagement: {
      organisationId: '019bb1f0-0000-7000-8000-000000000000',
      employeeNumber: '1',
      jobRole: 'Operative',
      employmentGroup: 'site',
      workEmail,
      startsOn: '2026-11-30',
    },
    signInName,
  });

describe('malformedName', () => {
  it('takes words and whole addresses', () => {
    for (const name of ['aisha.karim', 'O’Neil-7', 'a@b.example', 'a+b@mail.example.org']) {
      expect([name, malformedName(name)]).toEqual([name, null]);
    }
  });
  it('refuses spaces and parts of addresses', () => {
    for (const name of ['aisha karim', 'a\u00a0b', '@', 'a@', '@b.example', 'a@b', 'a@b@c.example', 'a@b.']) {
      expect([name, malformedName(name)]).not.toEqual([name, null]);
    }
  });
});

describe('chosenName', () => {
  it('tells a name of its own', () => {
    expect(chosenName(requestOf('aisha', 'a@b.example'))).toEqual({ signInName: 'aisha' });
  });
  it('leaves the work e-mail to be tied to its engagement', () => {
    expect(chosenName(requestOf('A@b.example', 'a@B.example'))).toEqual({});
    expect(chosenName(requestOf(null, 'a@b.example'))).toEqual({});
  });
});
