import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { DateText } from './DateText.js';

describe('DateText', () => {
  it('reads as one phrase and carries the date for machines', () => {
    const { container } = render(<DateText date="2026-11-27" day="Fri 27 Nov 2026" away="in 5 days" />);
    expect(container.textContent).toBe('Fri 27 Nov 2026, in 5 days');
    expect(container.querySelector('time')?.dateTime).toBe('2026-11-27');
  });

  it('leaves the distance out where there is none', () => {
    const { container } = render(<DateText date="2026-11-27" day="Fri 27 Nov 2026" />);
    expect(container.textContent).toBe('Fri 27 Nov 2026');
  });
});
