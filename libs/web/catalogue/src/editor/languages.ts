import { uploadTexts } from '../texts/uploads.js';

/** The languages that captions are offered in, by their code. */
export const languages = (): { value: string; label: string }[] =>
  Object.keys(uploadTexts.tree.languages).map((code) => ({
    value: code,
    label: uploadTexts.t(`languages.${code as keyof typeof uploadTexts.tree.languages}`),
  }));

/** What a language is called in the list. */
export const languageLabel = (code: string): string =>
  languages().find((language) => language.value === code)?.label ?? code;
