import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { registerTexts } from './register-texts.js';
import { useTexts } from './use-texts.js';

const texts = registerTexts('rich-text-spec', {
  due: 'Due {{date}} & then {{count}}.',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
});

function Sentence() {
  const { t, rich } = useTexts(texts);
  return (
    <p>
      {rich('due', { date: <b>tomorrow</b> }, { count: 2 })} {t('days', { count: 1 })}, {t('days', { count: 2 })}
    </p>
  );
}

describe('texts', () => {
  it('groups the digits of what is counted, and of nothing else', () => {
    expect(texts.t('days', { count: 1725 })).toBe('1,725 days');
    expect(texts.t('due', { count: 0, date: 2026 })).toBe('Due 2026 & then 0.');
  });
  it('puts elements and values into a sentence and chooses the plural', () => {
    const { container } = render(<Sentence />);
    expect(container.innerHTML).toBe('<p>Due <b>tomorrow</b> &amp; then 2. 1 day, 2 days</p>');
  });
});
