import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Texts } from './register-texts.js';
import { placeholders, richText } from './rich-text.js';
import type { TextKey, TextTree, TextValues } from './text-keys.js';

export interface TextFunctions<T extends TextTree> {
  /** A sentence. */
  t: (key: TextKey<T>, values?: TextValues) => string;
  /** A sentence in which some values are elements. */
  rich: (key: TextKey<T>, elements: Readonly<Record<string, ReactNode>>, values?: TextValues) => ReactNode;
}

/** The texts of a feature in the language that is shown. */
export function useTexts<T extends TextTree>(texts: Texts<T>): TextFunctions<T> {
  const { t } = useTranslation(texts.namespace);
  const translate = (key: string, values?: TextValues): string => t(key, { ...values });
  return {
    t: translate,
    rich: (key, elements, values) =>
      richText(translate(key, { ...values, ...placeholders(Object.keys(elements)) }), elements),
  };
}
