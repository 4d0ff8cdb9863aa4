import type { PrivacyNotice } from '@lms/contracts';

/** A new version asks everybody again. `{brand}` is what the platform calls itself. */
export const PRIVACY_NOTICE: PrivacyNotice = {
  version: 1,
  title: 'How {brand} uses what it knows about you',
  updatedOn: '2026-11-01',
  paragraphs: [
    {
      heading: 'What is kept',
      text: 'Your name, how to reach you, where and as what you work, the training you are given, how far you are with it, and what you have completed.',
    },
    {
      heading: 'Who sees it',
      text: 'You see all of it. Your line manager and your employer see whether you are in order for the work you do for them, while you do it. The People Team sees it to run the training, and auditors to check it.',
    },
    {
      heading: 'How long',
      text: 'Your record stays yours when you move to another employer of the Alliance, so that you repeat nothing that is still valid. You can ask for a copy at any time, or for it to be erased when the law no longer asks for it to be kept.',
    },
    {
      heading: 'What it is not',
      text: 'It is learning evidence. Your Highways Passport stays the authority for access to site.',
    },
  ],
};
