export { api } from './api/api.js';
export { answerInstead, type Stand } from './api/answer-instead.js';
export type { QueryValues, RequestOptions } from './api/request-options.js';
export { ApiProblem, isProblem } from './api/api-problem.js';
export { onSignedOut } from './api/signed-out.js';
export { createQueryClient } from './query/query-client.js';
export { endSession, meQuery, startSession, useMe } from './session/me.js';
export { can, type Permission } from './session/can.js';
export { clearKeptDrafts } from './session/kept-drafts.js';
export { safeNext } from './session/safe-next.js';
export { paths, patterns } from './paths.js';
export { i18n } from './i18n/i18n.js';
export { registerTexts, type Texts } from './i18n/register-texts.js';
export { useTexts, type TextFunctions } from './i18n/use-texts.js';
export type { TextKey, TextTree, TextValues } from './i18n/text-keys.js';
export {
  formatAway,
  formatDay,
  formatDayAway,
  formatDayOf,
  formatMoment,
  formatShortDay,
  formatTime,
  londonHour,
} from './format/dates.js';
export { distanceOf, formatCount, formatMinutes } from './format/numbers.js';
export { fieldProblem, problemText } from './forms/problem-text.js';
export { brand, type PageBrand } from './brand/brand.js';
export { SupportLine } from './brand/SupportLine.js';
export { usePageTitle } from './page/page-title.js';
export { NavigationFocus } from './page/NavigationFocus.js';
export { useOnline } from './online/use-online.js';
export { isBeingMade, listFileAddress, listFilesKey } from './lists/list-file-api.js';
export { scheduleAddress } from './lists/schedule-address.js';
export { type ListToExport, useListExport } from './lists/use-list-export.js';
export { type ListFormat, useListFile } from './lists/use-list-file.js';
