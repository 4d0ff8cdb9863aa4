import type { AnswerTexts } from '@lms/web-ui';
import { questionTexts } from '../texts.js';

const { t } = questionTexts;

/** The words of the answer fields, as learners read them. */
export const previewTexts: AnswerTexts = {
  right: t('body.true'),
  wrong: t('body.false'),
  choose: t('answer.choose'),
  matchOf: (left) => t('answer.matchOf', { left }),
  chosenTwice: (text) => t('answer.chosenTwice', { text }),
  up: (text) => t('answer.up', { text }),
  down: (text) => t('answer.down', { text }),
  moved: (text, place, count) => t('answer.moved', { text, place, count }),
  keepOrder: t('answer.keepOrder'),
  number: t('answer.number'),
  notANumber: t('answer.notANumber'),
  yourAnswer: t('answer.yourAnswer'),
};
