import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { inspectCaptions } from './inspect-captions.js';

async function inspect(text: string | Uint8Array) {
  const storage = new MemoryStorage();
  return inspectCaptions(storage, storage.add(Buffer.from(text)).sha256);
}

describe('inspectCaptions', () => {
  it('reads cues as plain text', async () => {
    const text = [
      '\ufeffWEBVTT - Site induction',
      'Kind: captions',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'NOTE 00:01.000 --> 00:02.000 is no cue',
      '',
      'intro',
      '00:01.000 --> 00:04.500 align:start position:10%',
      '<v Ann>Welcome to <b>site</b> &amp; yard.',
      'Second line',
      '',
      '01:02:03.004 --> 100:00:00.000',
      '1 &lt; 2',
      '',
    ];
    const expected = [
      { from: 1, to: 4.5, text: 'Welcome to site & yard.\nSecond line' },
      { from: 3723.004, to: 360_000, text: '1 < 2' },
    ];
    for (const end of ['\n', '\r\n', '\r']) expect(await inspect(text.join(end))).toEqual(expected);
  });

  it('leaves out cues that end before they begin, and keeps the rest', async () => {
    const cues = await inspect(
      'WEBVTT\n\n00:02.000 --> 00:01.000\nno\n\n00:61.000 --> 01:02.000\nno\n\n00:01.000 --> 00:02.000\nyes',
    );
    expect(cues).toEqual([{ from: 1, to: 2, text: 'yes' }]);
  });

  it.each([
    ['text', 'hello', 'not-captions'],
    ['nothing', '', 'not-captions'],
    ['a word that only begins so', 'WEBVTTX\n\n00:01.000 --> 00:02.000\na', 'not-captions'],
    ['SRT', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'captions-are-srt'],
    ['a header alone', 'WEBVTT\n\nNOTE nothing\n', 'no-cues'],
    ['another encoding', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nFührung', 'latin1'), 'captions-encoding'],
    ['6 MB', `WEBVTT\n\n${'x'.repeat(6 * 1024 * 1024)}`, 'captions-too-large'],
  ])('refuses %s', async (_, text, code) => {
    await expect(inspect(text)).rejects.toMatchObject({ name: 'PackageRefusal', code });
  });
});
