import { registerTexts } from '@lms/web-platform';

export const appTexts = registerTexts('app', {
  skip: 'Skip to the page',
  places: 'Places',
  more: 'More',
  find: 'Search everything',
  account: 'Your account',
  signOut: 'Sign out',
  loading: 'Loading',
  waiting: 'waiting',
  place: {
    today: 'Today',
    catalogue: 'Catalogue',
    record: 'My record',
    sessions: 'Sessions',
  },
  offline: {
    title: 'Waiting for signal. Keep going.',
    text: 'What you have open stays open. The rest comes when the signal is back.',
  },
  error: {
    title: 'This page did not load',
    text: 'Nothing you did is lost. Try again, or go back to Today.',
    noSignal: 'There is no signal',
    noSignalText: 'Nothing you did is lost. The page loads when the signal is back.',
    denied: 'This is not open to you',
    deniedText: 'Your roles do not include it. The People Team can change that.',
    again: 'Try again',
    today: 'Go to Today',
    reference: 'To ask for help, quote {{id}}.',
  },
  notFound: {
    title: 'Nothing here',
    text: 'The address may be mistyped, or the page is not open to you.',
  },
});
