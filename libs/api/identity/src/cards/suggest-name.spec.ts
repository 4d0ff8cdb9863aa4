import { describe, expect, it } from '@jest/globals';
import { nameBase, takeName, wrongUsername } from './suggest-name.js';

describe('a suggested sign-in name', () => {
  it.each([
    ['Aisha', 'Karim', 'aisha.karim'],
    ['Łukasz', 'Żółty', 'lukasz.zolty'],
    ['Mary Ann', "O'Brien-Smith", 'maryann.obriensmith'],
    ['Søren', 'Þór', 'soren.thor'],
    ['Ольга', 'Karim', 'karim'],
    ['Ольга', 'Иванова', 'person'],
  ])('of %s %s is %s', (given, family, name) => expect(nameBase(given, family)).toBe(name));

  it('is nobody else’s', () => {
    const taken = new Set(['aisha.karim', 'aisha.karim2']);
    expect(takeName('aisha.karim', taken)).toBe('aisha.karim3');
    expect(takeName('aisha.karim', taken)).toBe('aisha.karim4');
  });
});

describe('a chosen sign-in name', () => {
  it.each(['aisha.karim', 'ab1', 'ünal-2'])('may be %s', (name) => expect(wrongUsername(name)).toBeNull());
  it.each(['ab', 'aisha karim', 'aisha@site.example', '.aisha'])('may not be %s', (name) =>
    expect(wrongUsername(name)).not.toBeNull(),
  );
});
