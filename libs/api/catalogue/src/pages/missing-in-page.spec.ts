import { describe, expect, it } from '@jest/globals';
import { missingInPage } from './missing-in-page.js';

const picture = (rest: string) => `<img data-file="01900000-0000-7000-8000-000000000001" ${rest} />`;

describe('what is missing in a page', () => {
  it('is everything, when it is empty', () => {
    expect(missingInPage('Cones', '<p></p>')).toEqual(['The page “Cones” is empty.']);
    expect(missingInPage('Cones', '<p>Text</p>')).toEqual([]);
  });

  it('is the description of a picture that is not decorative', () => {
    expect(missingInPage('Cones', picture('alt="A cone"') + picture('alt="" data-decorative="yes"'))).toEqual([]);
    expect(missingInPage('Cones', picture('alt=""'))).toHaveLength(1);
    expect(missingInPage('Cones', picture('alt=" "') + picture(''))).toEqual([
      '2 pictures in the page “Cones” have no description. Say what each shows, or mark it as decorative.',
    ]);
  });
});
