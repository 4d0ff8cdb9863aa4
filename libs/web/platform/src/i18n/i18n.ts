import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  resources: {},
  initAsync: false,
  // React escapes; doing it twice would show "&amp;".
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
