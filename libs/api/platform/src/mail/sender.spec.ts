import { describe, expect, it } from '@jest/globals';
import { senderOf } from './sender.js';

describe('the sender of a mail', () => {
  it('is called as the platform is, unless the setting names one', () => {
    const at = { address: 'no-reply@academy.example' };
    expect(senderOf('Waymark <no-reply@academy.example>', 'Roads Academy')).toEqual({ name: 'Roads Academy', ...at });
    expect(senderOf(' no-reply@academy.example ', 'Roads Academy')).toEqual({ name: 'Roads Academy', ...at });
    expect(senderOf('"Training desk" <no-reply@academy.example>', 'Roads Academy')).toEqual({
      name: 'Training desk',
      ...at,
    });
  });
});
