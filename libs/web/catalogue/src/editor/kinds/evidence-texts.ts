import { registerTexts } from '@lms/web-platform';

export const evidenceTexts = registerTexts('catalogue-evidence', {
  instructions: 'What to send',
  instructionsHint: 'Such as where the card comes from and which side to photograph.',
  issuers: 'Issuers to choose from',
  issuersHint: 'Type one and press Enter. Leave it empty and people type any.',
  asks: 'What is asked for',
  numberNeeded: 'The number on the card or certificate',
  fileNeeded: 'A photo or a file of it',
  expiry: 'Expiry date',
  expiryNeeded: 'Needed',
  expiryOptional: 'If it has one',
  expiryNone: 'Not asked for',
  expiryHint: 'The course then counts no longer than the card, and no longer than the validity of the course.',
  expiryNoneHint: 'The course counts from the day of issue for as long as its validity says.',
  checked:
    'Somebody with the right to record checks each one before it counts: never the learner, never whoever sent it.',
});
