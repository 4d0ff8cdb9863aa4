import { describe, expect, it } from '@jest/globals';
import { fieldSentence } from './history-words.js';

describe('history in words', () => {
  it.each([
    [{ name: 'job_role', before: 'Operative', after: 'Ganger' }, 'Job role: Ganger, was Operative'],
    [{ name: 'ends_on', before: null, after: '2026-11-27' }, 'Last day: Fri 27 Nov 2026'],
    [{ name: 'employment_group', before: 'site', after: 'supervisor' }, 'Group: Supervisor, was Site'],
    [{ name: 'role', before: null, after: 'people-team' }, 'Role: People Team'],
    [{ name: 'line_manager_id', before: 'Kwame Mensah', after: null }, 'Line manager: Kwame Mensah taken off'],
    [{ name: 'leave_reason', before: null, after: 'Parental' }, 'Leave reason: Parental'],
  ])('tells %j', (field, sentence) => {
    expect(fieldSentence(field)).toBe(sentence);
  });
});
