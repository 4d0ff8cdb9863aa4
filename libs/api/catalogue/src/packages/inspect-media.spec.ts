import { describe, expect, it } from '@jest/globals';
import { mp4, webm } from '../../../../../test/fixtures/packages/media.js';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { inspectVideo } from './inspect-media.js';

async function inspect(bytes: Uint8Array) {
  const storage = new MemoryStorage();
  return inspectVideo(storage, storage.add(bytes).sha256);
}

describe('a video tells its length', () => {
  it.each([
    ['an MP4', mp4(), 'video/mp4', 124],
    ['an MP4 with its list at the end', mp4({ moovLast: true, filmBytes: 300_000 }), 'video/mp4', 124],
    ['an MP4 with wide numbers', mp4({ wide: true, scale: 90_000, duration: 90_000 * 5000 }), 'video/mp4', 5000],
    ['an MP4 in fragments', mp4({ duration: 0, fragments: 61_000 }), 'video/mp4', 61],
    ['an MP4 of half a second', mp4({ duration: 500 }), 'video/mp4', 1],
    ['an M4V', mp4({ brand: 'M4V ' }), 'video/mp4', 124],
    ['a WebM', webm(), 'video/webm', 83],
    ['a WebM with a short number', webm({ single: true }), 'video/webm', 83],
    ['a WebM in another scale', webm({ scale: 1000, duration: 5_000_000 }), 'video/webm', 5],
    ['a live WebM', webm({ live: true }), 'video/webm', 83],
  ])('%s', async (_, bytes, mediaType, seconds) => {
    expect(await inspect(bytes)).toEqual({ mediaType, seconds });
  });
});

describe('what is not a video to play is refused', () => {
  it.each([
    ['text', Buffer.from('hello'), 'not-a-video'],
    ['nothing', Buffer.alloc(0), 'not-a-video'],
    ['a page', Buffer.from('<!doctype html><video>'), 'not-a-video'],
    ['a QuickTime film', mp4({ brand: 'qt  ' }), 'not-a-video'],
    ['a Matroska film', webm({ docType: 'matroska' }), 'not-a-video'],
    ['an MP4 that broke off in the film', mp4().subarray(0, -100), 'video-damaged'],
    ['an MP4 that broke off before its list', mp4({ moovLast: true }).subarray(0, 20_000), 'video-damaged'],
    ['an MP4 whose header is cut', mp4().subarray(0, 40), 'video-damaged'],
    ['a WebM that broke off', webm().subarray(0, -100), 'video-damaged'],
    ['an MP4 with sound only', mp4({ handler: 'soun' }), 'no-picture'],
    ['a WebM with sound only', webm({ trackType: 2 }), 'no-picture'],
    ['an MP4 without a length', mp4({ duration: 0 }), 'video-length-unknown'],
    ['an MP4 with an open length', mp4({ duration: 0xffffffff }), 'video-length-unknown'],
    ['an MP4 without a scale', mp4({ scale: 0 }), 'video-length-unknown'],
    ['a WebM without a length', webm({ duration: null }), 'video-length-unknown'],
    ['a WebM with no number as its length', webm({ duration: Number.NaN }), 'video-length-unknown'],
    ['a WebM of two days', webm({ duration: 2 * 86_400_000 }), 'video-too-long'],
  ])('%s: %s', async (_, bytes, code) => {
    await expect(inspect(bytes)).rejects.toMatchObject({ name: 'PackageRefusal', code });
  });
});
