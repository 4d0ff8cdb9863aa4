import type { DueItem } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { standingTexts } from '../texts.js';

/** Of what happens in person: when one comes to it, or that somebody records it. */
export function DueSession({ booked }: Pick<DueItem, 'booked'>) {
  const { t } = useTexts(standingTexts);
  if (!booked) return t('next.inPerson');
  return t(booked.waiting ? 'next.waits' : 'next.booked', { when: formatMoment(booked.startsAt) });
}
