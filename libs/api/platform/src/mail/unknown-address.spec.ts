import { expect, it } from '@jest/globals';
import { saysUnknownAddress } from './unknown-address.js';

it.each([
  '550 5.1.1 <sam@example.org>: Recipient address rejected: User unknown',
  '550-5.1.1 The email account that you tried to reach does not exist.',
  '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
  '556 5.1.10 The domain takes no mail',
  '550 5.2.1 The account is disabled',
  '553 5.1.3 Bad address syntax',
])('knows that the address is none: %s', (answer) => expect(saysUnknownAddress(answer)).toBe(true));

it.each([
  '550 No such user here',
  '554 5.7.1 Relay access denied',
  '550 5.1.8 Sender address rejected: Domain not found',
  '552 5.2.2 Mailbox full',
  '550 5.7.1 Message rejected as spam',
  '450 4.1.1 Try again later',
  'connect ECONNREFUSED',
])('does not take another refusal for one: %s', (answer) => expect(saysUnknownAddress(answer)).toBe(false));
