import { describe, expect, it } from '@jest/globals';
import { textBlocks as blocksOf, type TextPiece } from './text-blocks.js';

const textBlocks = (pieces: readonly TextPiece[]) => blocksOf(pieces, 842);

const line = (text: string, y: number, { x = 50, height = 10 } = {}): TextPiece => ({
  text,
  x,
  y,
  width: text.length * height * 0.5,
  height,
});

describe('the words of a page for a narrow screen', () => {
  it('are paragraphs again, however the page broke them into lines', () => {
    expect(
      textBlocks([
        line('Nobody stands in', 700),
        line('the safety zone.', 687),
        line('Ask the gateman before', 660),
        line('you go in.', 647),
      ]),
    ).toEqual([
      { kind: 'text', text: 'Nobody stands in the safety zone.' },
      { kind: 'text', text: 'Ask the gateman before you go in.' },
    ]);
  });

  it('keep headings and items, also ones of several lines', () => {
    expect(
      textBlocks([
        line('Your first day', 720, { height: 16 }),
        line('You are met.', 700),
        line('• Bring your card and', 687),
        line('your boots.', 674, { x: 58 }),
        line('• Be there at seven.', 661),
        line('1. Sign in.', 640),
        line('2. Wait.', 627),
      ]),
    ).toEqual([
      { kind: 'heading', text: 'Your first day' },
      { kind: 'text', text: 'You are met.' },
      { kind: 'item', text: 'Bring your card and your boots.' },
      { kind: 'item', text: 'Be there at seven.' },
      { kind: 'text', text: '1. Sign in.' },
      { kind: 'text', text: '2. Wait.' },
    ]);
  });

  it('begin anew in the next column, and where a line stands further in', () => {
    expect(
      textBlocks([line('Left', 100), line('Right', 700, { x: 300 }), line('Further in', 687, { x: 340 })]),
    ).toEqual(['Left', 'Right', 'Further in'].map((text) => ({ kind: 'text', text })));
  });

  it('join what a page wrote in pieces, with the spaces that are seen and no others', () => {
    const [first, second, third] = ['Temp', 'orary', 'works'].map((text) => line(text, 700));
    const pieces = [first, { ...second, x: 70 }, { ...third, x: 100 }, line(' ', 700)] as TextPiece[];
    expect(textBlocks(pieces)).toEqual([{ kind: 'text', text: 'Temporary works' }]);
  });

  it('put together what a soft hyphen parted, and keep other hyphens', () => {
    expect(textBlocks([line('equip\u00ad', 700), line('ment for long-', 687), line('term use', 674)])).toEqual([
      { kind: 'text', text: 'equipment for long-term use' },
    ]);
  });

  it('end with what stands at the edges of the page', () => {
    expect(textBlocks([line('Handbook, page 1', 75), line('Who we are', 700)])).toEqual([
      { kind: 'text', text: 'Who we are' },
      { kind: 'note', text: 'Handbook, page 1' },
    ]);
    expect(textBlocks([line('A title alone', 800)])).toEqual([{ kind: 'text', text: 'A title alone' }]);
  });

  it('are none where a page is a picture', () => {
    expect(textBlocks([])).toEqual([]);
  });
});
