import { registerTexts } from '@lms/web-platform';

export const buddyTexts = registerTexts('standing-buddy', {
  buddy: {
    is: 'Buddy: {{name}}',
    none: 'No buddy is chosen yet.',
    choose: 'Choose a buddy',
    change: 'Choose another',
    find: 'Find a person',
    found: 'People found',
    nobodyFound: 'Nobody matches.',
    take: 'Choose',
    without: 'No buddy',
    cancel: 'Cancel',
    chosen: '{{name}} is the buddy.',
    gone: 'There is no buddy now.',
  },
});
