import { registerTexts } from '@lms/web-platform';

export const versionTexts = registerTexts('delivery-versions', {
  minor: 'You are finishing version {{number}}. Version {{newer}} has come out since; nothing changes for you.',
  major: {
    title: 'A new version came out on {{day}}',
    goOn: 'You can finish version {{number}}, which you began, or start the new one.',
    ends: 'You can finish version {{number}} until {{day}}. After that your progress in it ends and you start the new one.',
    news: 'What is new: {{news}}',
    change: 'Start version {{number}} instead',
    lose_zero: 'What you began in version {{number}} ends. Nothing in it is finished yet.',
    lose_one:
      'What you began in version {{number}} ends, with {{count}} stop that you have finished. You start at the beginning.',
    lose_other:
      'What you began in version {{number}} ends, with {{count}} stops that you have finished. You start at the beginning.',
    start: 'Start version {{number}}',
    stay: 'Stay with version {{number}}',
  },
  revision: {
    title: 'A new revision of “{{title}}” was published on {{day}}.',
    now: 'You acknowledged the earlier one on {{day}}, and that stays on your record. Read this one too.',
    later: 'You acknowledged the earlier one on {{day}}. Finish what you have begun; then it is there for you to read.',
  },
  ended: {
    title: 'Version {{number}} ended on {{day}}.',
    text: 'You had begun it and not finished. You now start version {{number}}.',
  },
});
