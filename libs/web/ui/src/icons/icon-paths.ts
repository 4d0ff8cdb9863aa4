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
  bell: { paths: ['M5.2 13.5V9a4.8 4.8 0 0 1 9.6 0v4.5l1.4 1.7H3.8z', 'M8.3 17.2a1.9 1.9 0 0 0 3.4 0'] },
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
  grip: { paths: ['M7.3 5v.1M7.3 10v.1M7.3 15v.1M12.7 5v.1M12.7 10v.1M12.7 15v.1'] },
  undo: { paths: ['M7.5 4 3.5 8l4 4', 'M3.8 8h7.7a4.5 4.5 0 0 1 0 9H8'] },
  redo: { paths: ['m12.5 4 4 4-4 4', 'M16.2 8H8.5a4.5 4.5 0 0 0 0 9H12'] },
  words: { paths: ['M4 4.5h12M4 8.2h12M4 11.9h12M4 15.6h7'] },
  edit: { paths: ['M4 16h3.2L16 7.2 12.8 4 4 12.8z', 'm10.8 6 3.2 3.2'] },
  upload: { paths: ['M10 12.3V3.4M6.3 7 10 3.3 13.7 7M4 16.5h12'] },
  download: { paths: ['M10 3v9M6.3 8.6 10 12.3l3.7-3.7M4 16.5h12'] },
  camera: {
    paths: ['M3 6.5h3l1.4-2.3h5.2L14 6.5h3a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z'],
    circles: [[10, 11.2, 3]],
  },
  assess: {
    paths: [
      'M7.5 3.5H5.2a1.2 1.2 0 0 0-1.2 1.2v11.1A1.2 1.2 0 0 0 5.2 17h9.6a1.2 1.2 0 0 0 1.2-1.2V4.7a1.2 1.2 0 0 0-1.2-1.2h-2.3M7.5 2.5h5v2.4h-5zM7 11l2.2 2.2L13.2 9',
    ],
  },
  evidence: {
    paths: ['M5.2 12.8c.4-1.2 1.2-1.8 2.3-1.8s1.9.6 2.3 1.8M12 8.5h3.5M12 11.5h3.5'],
    circles: [[7.5, 8.6, 1.5]],
    rects: [[2.5, 4.5, 15, 11, 1.8]],
  },
  calendar: { paths: ['M3 8.5h14M7 2.5v3.5M13 2.5v3.5'], rects: [[3, 4.5, 14, 12.5, 2]] },
  clock: { paths: ['M10 5.8V10l2.8 1.8'], circles: [[10, 10, 7]] },
  flag: { paths: ['M5 17.5v-14M5 4.2h9.6l-2.2 3.4 2.2 3.4H5'] },
  questions: {
    paths: ['M3 4.5h14v9.5H9.2L5.8 17v-3H3z', 'M8.2 7.9a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.5-.8 1', 'M10 12.3v.1'],
  },
  warning: { paths: ['M10 3 2.5 16.5h15zM10 8.3v3.9M10 14.4v.1'] },
  note: { paths: ['M10 9.2v4.6M10 6.3v.1'], circles: [[10, 10, 7.3]] },
  tip: {
    paths: ['M7.6 14.2h4.8M8.3 16.8h3.4', 'M7.6 14.2c0-1.6-2.3-2.5-2.3-5.7a4.7 4.7 0 0 1 9.4 0c0 3.2-2.3 4.1-2.3 5.7'],
  },
  outside: { paths: ['M11.5 3.5h5v5M16.2 3.8 9 11', 'M14.5 11.5v4a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h4'] },
  link: {
    paths: [
      'M8.3 11.7a3.2 3.2 0 0 0 4.5 0l2.8-2.8a3.2 3.2 0 0 0-4.5-4.5L9.8 5.7',
      'M11.7 8.3a3.2 3.2 0 0 0-4.5 0l-2.8 2.8a3.2 3.2 0 0 0 4.5 4.5l1.3-1.3',
    ],
  },
  library: { paths: ['M3.5 3.5v13M7.5 3.5v13M11.2 4l4.6 12.4'] },
  picture: {
    paths: ['m3.5 14.5 4-4.2 3 2.9 2.6-2.4 3.4 3.4'],
    rects: [[3, 3.5, 14, 13, 2]],
    circles: [[12.8, 7.4, 1.2]],
  },
  film: { paths: ['m8.3 7.4 4.4 2.6-4.4 2.6z'], rects: [[2.5, 4, 15, 12, 2]] },
  file: { paths: ['M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.5H15'] },
  document: { paths: ['M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.5H15M7.6 9.6h4.8M7.6 12.4h4.8'] },
  table: { paths: ['M3 8h14M3 12h14M8.5 8v8'], rects: [[3, 4, 14, 12, 1.5]] },
  package: { paths: ['m10 2.8 6.5 3.4v7.6L10 17.2l-6.5-3.4V6.2z', 'm3.8 6.4 6.2 3.2 6.2-3.2M10 9.8v7.2'] },
} satisfies Record<string, IconShape>;

export type IconName = keyof typeof iconPaths;
