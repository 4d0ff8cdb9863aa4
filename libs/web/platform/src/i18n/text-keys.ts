/** Texts of a feature: nested, the leaves are sentences; plurals end in `_one` and `_other`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

type WithoutPlural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : K;

/** Every key of a tree of texts, dotted: `due.title`; a plural without its ending. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

/** What is put in for `{{name}}`; `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;
