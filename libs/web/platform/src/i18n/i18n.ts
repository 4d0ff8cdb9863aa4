import { createInstance, type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const i18n = createInstance();

const grouped = new Intl.NumberFormat('en-GB');

/** "1,800 people": the number that a sentence counts is written for people. Others may be years and versions. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, _language, options) =>
    options?.['interpolationkey'] === 'count' && typeof value === 'number' ? grouped.format(value) : (value as string),
};

void i18n
  .use(initReactI18next)
  .use(counts)
  .init({
    lng: 'en-GB',
    fallbackLng: 'en-GB',
    resources: {},
    initAsync: false,
    // React escapes; doing it twice would show "&amp;".
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  });
