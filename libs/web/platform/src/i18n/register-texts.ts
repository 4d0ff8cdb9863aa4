import { i18n } from './i18n.js';
import type { TextKey, TextTree, TextValues } from './text-keys.js';

/** A feature's texts; the type knows every key. */
export interface Texts<T extends TextTree> {
  readonly namespace: string;
  /** A text outside a component. */
  t(key: TextKey<T>, values?: TextValues): string;
  /** Only for the type. */
  readonly tree: T;
}

/** Adds the English texts of a feature, which stand beside it. Loaded with the feature, not before. */
export function registerTexts<const T extends TextTree>(namespace: string, tree: T): Texts<T> {
  i18n.addResourceBundle('en-GB', namespace, tree);
  const translate = (key: string, values?: TextValues): string => i18n.t(key, { ...values, ns: namespace });
  return { namespace, tree, t: translate };
}
