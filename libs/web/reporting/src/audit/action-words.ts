import { auditTexts } from './audit-texts.js';

const { t, tree } = auditTexts;

/** A word that has no text yet reads as itself, without its hyphens. */
const plain = (word: string): string => word.replaceAll(/[-_]/g, ' ');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "Course version" of `course-version`. */
export const nounOf = (what: string): string =>
  what in tree.noun ? t(`noun.${what}` as 'noun.person') : capital(plain(what));

/** "Course version published" of `course-version.publish`. */
export function actionInWords(action: string): string {
  const [what = '', done = ''] = action.split('.');
  const verb = done in tree.verb ? t(`verb.${done}` as 'verb.add') : plain(done);
  return t('sentence', { noun: nounOf(what), verb }).trim();
}

/** "Job role" of `job_role` or `jobRole`. */
export const fieldInWords = (name: string): string =>
  capital(
    plain(
      name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[ _]ids?$/, ''),
    ),
  );
