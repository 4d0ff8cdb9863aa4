import { describe, expect, it } from '@jest/globals';
import { detailInWords } from './detail-in-words.js';

const ID = '0198b2f0-0000-7000-8000-000000000001';

describe('what was said of an entry', () => {
  it('is one line a value, with names for ids and nothing for what is empty', () => {
    const detail = { reason: 'Twice', organisationId: ID, other: ID.replace('0198', '0199'), note: '', none: null };
    expect(detailInWords(detail, { [ID]: 'Costain' })).toEqual([
      { name: 'reason', value: 'Twice' },
      { name: 'organisationId', value: 'Costain' },
    ]);
  });

  it('puts lists and small objects on one line', () => {
    expect(detailInWords({ codes: ['A', 'B'], ids: [ID], counts: { new: 3, same: 0 }, kept: false }, {})).toEqual([
      { name: 'codes', value: 'A, B' },
      { name: 'counts', value: 'new 3, same 0' },
      { name: 'kept', value: 'false' },
    ]);
  });
});
