import { registerTexts } from '@lms/web-platform';

export const outboxTexts = registerTexts('outbox', {
  title: 'Outbox',
  lead: 'Every mail that was written, the newest first.',
  kept: 'No mail server is set, so mails are kept here instead of being sent. Open one to see its link and pass it on. With a mail server, new mails are sent by themselves.',
  caption: 'Mails',
  subject: 'Subject',
  to: 'To',
  state: 'State',
  written: 'Written',
  none: 'No mail yet.',
  noneText: 'Invitations and new passwords are written here first.',
  states: { waiting: 'Waiting to be sent', sent: 'Sent', failed: 'Could not be sent', kept: 'Kept here' },
  back: 'Outbox',
  toLine: 'To {{address}}',
  writtenAt: 'Written {{moment}}.',
  sentAt: 'Sent {{moment}}.',
  show: { label: 'Which mails', all: 'All', failed: 'Could not be sent' },
  noneFailed: 'Every mail could be sent.',
  noneFailedText: 'Mails that a server refuses, or that nobody could hand over, stand here with the reason.',
  why: {
    refused: 'The mail server refuses it: {{error}}',
    late: 'Its day was over before it could be sent, or its reader is not at work any more. What is still due is told in a later mail.',
    unsure:
      'It may have arrived: the platform was stopped while it was handed over. So it is not sent twice by itself.',
    again: 'It is tried again by itself, for most of a day. The mail server said: {{error}}',
  },
  sendAgain: 'Send it once more',
  sendAgainNote:
    'If the address was wrong, correct it on the person’s page first. A daily mail then goes to the new one.',
  sendingAgain: 'It is on its way once more.',
  keptOne: 'This mail was not sent, because no mail server is set. Pass its link on yourself.',
  link: 'Its link',
  linkText: 'It works once and signs in whoever opens it, as {{address}}. In this browser that ends your own session.',
  linkRecord:
    'Whoever opens it reads the record of {{address}}, as often as they like until it ends. It signs nobody in. Pass it to nobody else.',
  open: 'Open the link',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: 'This browser does not let us copy. Select the link and copy it yourself.',
  text: 'What it says',
  onlyReader: 'A mail server delivers this mail, so its links are not shown here: they are for its reader alone.',
});
