import { registerTexts } from '@lms/web-platform';

export const paletteTexts = registerTexts('palette', {
  title: 'Search everything',
  search: 'A person, a course, a page …',
  none: 'Nothing has that name.',
  looking: 'Looking …',
  hint: 'Type to search. Arrow keys choose, Enter opens.',
  groups: { pages: 'Pages', people: 'People', courses: 'Courses', paths: 'Paths', organisations: 'Organisations' },
  keys: 'Keyboard shortcuts',
  help: {
    title: 'Keyboard shortcuts',
    palette: 'Search everything',
    page: 'Search on this page',
    sheet: 'This sheet',
    then: 'then',
    single: 'Shortcuts of single keys',
    singleHint: 'Turn them off if you dictate, or if they get in your way. Ctrl K goes on working.',
    done: 'Close',
    close: 'Close',
  },
  go: {
    t: 'Today',
    r: 'My record',
    c: 'Catalogue',
    o: 'Overview',
    m: 'Matrix',
    p: 'People',
    k: 'Courses',
    l: 'Rules',
  },
});
