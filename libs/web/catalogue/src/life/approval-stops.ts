import { formatDayOf, formatMoment, type TextFunctions, type Texts } from '@lms/web-platform';
import type { RouteStopView, StopState } from '@lms/web-ui';
import type { commonTexts } from '../texts/common.js';
import type { LifeRights, LivingVersion } from './life.js';

type T = TextFunctions<typeof commonTexts extends Texts<infer Tree> ? Tree : never>['t'];

function secondText(version: LivingVersion, rights: LifeRights, t: T): string {
  if (version.state !== 'in-review') return t('life.secondText');
  if (rights.mine) return t('life.yours');
  return t(rights.approve ? 'life.decide' : rights.write ? 'life.noRight' : 'life.waits');
}

/** The approval as a route: begun, asked for, published; one stop fewer where one person may publish alone. */
export function approvalStops(version: LivingVersion, rights: LifeRights, twoPeople: boolean, t: T): RouteStopView[] {
  const { state, createdByName, submittedByName, submittedAt, approvedByName, publishedAt } = version;
  const stop = (key: string, at: StopState, title: string, detail?: string): RouteStopView => ({
    key,
    state: at,
    stateText: t(`life.state.${at}`),
    title,
    detail,
  });
  const over = state === 'published' || state === 'retired';
  const begun = stop('begun', 'done', createdByName ? t('life.begunBy', { name: createdByName }) : t('life.begun'));
  const day = publishedAt ? formatDayOf(publishedAt) : '';
  const published = stop(
    'published',
    'done',
    t('life.published'),
    approvedByName ? t('life.publishedBy', { day, name: approvedByName }) : t('life.publishedOn', { day }),
  );
  const askedText =
    submittedByName && submittedAt
      ? t('life.askedBy', { name: submittedByName, moment: formatMoment(submittedAt) })
      : undefined;
  const asked = stop('asked', 'done', t('life.asked'), askedText);
  if (over) return submittedAt ? [begun, asked, published] : [begun, published];
  if (!twoPeople && state === 'draft')
    return [begun, stop('publish', 'here', t('life.publish'), t('life.publishText'))];
  const second = secondText(version, rights, t);
  if (state === 'draft')
    return [
      begun,
      stop('ask', 'here', t('life.ask'), t('life.askText')),
      stop('second', 'blocked', t('life.second'), second),
    ];
  return [begun, asked, stop('second', 'here', t('life.second'), second)];
}
