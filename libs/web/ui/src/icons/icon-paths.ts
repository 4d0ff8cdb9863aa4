/** Outlines on a 20 × 20 grid, drawn with a 1.75 px line. A circle is `[cx, cy, r]`, a rectangle `[x, y, w, h, r]`. */
export interface IconShape {
  paths: string[];
  circles?: [number, number, number][];
  rects?: [number, number, number, number, number][];
}

export const iconPaths = {
  today: { paths: ['M5 17V9a4 4 0 0 1 4-4h6', 'm12.5 2.5 3 2.5-3 2.5'], circles: [[5, 17, 0.6]] },
  record: {
    paths: ['M6.8 14c.5-1.7 1.7-2.5 3.2-2.5s2.7.8 3.2 2.5'],
    circles: [[10, 8.5, 2]],
    rects: [[3.5, 3, 13, 14, 2]],
  },
  people: {
    paths: [
      'M2.5 16c.4-3 2.3-4.6 5-4.6s4.6 1.6 5 4.6',
      'M12.7 4.4a2.7 2.7 0 0 1 0 5.2',
      'M14.4 11.8c1.8.5 2.8 2 3.1 4.2',
    ],
    circles: [[7.5, 7, 2.8]],
  },
  organisations: { paths: ['M3 17V6.5L9 3v14M9 7.5h8V17M2 17h16M6 8v.1M6 11v.1M6 14v.1M12.5 11v.1M12.5 14v.1'] },
  courses: {
    paths: [
      'M10 5.2C8.2 3.9 5.8 3.5 3 3.7v11.6c2.8-.2 5.2.2 7 1.5 1.8-1.3 4.2-1.7 7-1.5V3.7c-2.8-.2-5.2.2-7 1.5z',
      'M10 5.2v11.6',
    ],
  },
  paths: {
    paths: ['M6.3 15.5h6.2a2.75 2.75 0 0 0 0-5.5h-5a2.75 2.75 0 0 1 0-5.5h6.2'],
    circles: [
      [4.5, 15.5, 1.8],
      [15.5, 4.5, 1.8],
    ],
  },
  reviews: { paths: ['M10 2.5 4 4.8v4.7c0 3.7 2.4 6.4 6 8 3.6-1.6 6-4.3 6-8V4.8z', 'm7.4 9.8 1.9 1.9 3.5-3.6'] },
  outbox: { paths: ['m3.5 6 6.5 5 6.5-5'], rects: [[2.5, 4, 15, 12, 2]] },
  more: { paths: ['M3.5 5.5h13M3.5 10h13M3.5 14.5h13'] },
  search: { paths: ['m13.2 13.2 4 4'], circles: [[9, 9, 5.5]] },
  close: { paths: ['m5 5 10 10M15 5 5 15'] },
  onward: { paths: ['m4 4.5 5.5 5.5L4 15.5M10.5 4.5 16 10l-5.5 5.5'] },
  back: { paths: ['m12.5 4.5-5.5 5.5 5.5 5.5'] },
  tick: { paths: ['m4.5 10.5 3.7 3.7 7.3-8'] },
  lock: { paths: ['M7 9V6.5a3 3 0 0 1 6 0V9'], rects: [[4.5, 9, 11, 8, 1.5]] },
  signal: { paths: ['M4 15.5v-2M8 15.5v-5M12 15.5v-8M16 15.5v-11'] },
  show: { paths: ['M2 10s2.8-5 8-5 8 5 8 5-2.8 5-8 5-8-5-8-5z'], circles: [[10, 10, 2.2]] },
  hide: { paths: ['M2 10s2.8-5 8-5 8 5 8 5-2.8 5-8 5-8-5-8-5z', 'm3.5 16.5 13-13'] },
  up: { paths: ['m4.5 12.5 5.5-5.5 5.5 5.5'] },
  down: { paths: ['m4.5 7.5 5.5 5.5 5.5-5.5'] },
  add: { paths: ['M10 4v12M4 10h12'] },
  edit: { paths: ['M4 16h3.2L16 7.2 12.8 4 4 12.8z', 'm10.8 6 3.2 3.2'] },
  upload: { paths: ['M10 12.3V3.4M6.3 7 10 3.3 13.7 7M4 16.5h12'] },
  download: { paths: ['M10 3v9M6.3 8.6 10 12.3l3.7-3.7M4 16.5h12'] },
  calendar: { paths: ['M3 8.5h14M7 2.5v3.5M13 2.5v3.5'], rects: [[3, 4.5, 14, 12.5, 2]] },
} satisfies Record<string, IconShape>;

export type IconName = keyof typeof iconPaths;
