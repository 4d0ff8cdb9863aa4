import type { FormErrors } from '@mantine/form';
import type { FieldOf } from './field-props.js';
import { TheirValue } from './TheirValue.js';

/** The part of a form that holds the values `V`. */
export interface FieldSource<V extends object> {
  values: V;
  errors: FormErrors;
  setFieldValue: (path: string, value: never) => void;
  /** Where the values stand within the form: `person.`; empty for the whole of it. */
  prefix?: string;
}

interface Conflict<V extends object> {
  theirs: Partial<V> | null;
  /** A value in words. */
  show: <Name extends keyof V & string>(name: Name, value: V[Name]) => string;
}

const sentence = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined);

/**
 * Hands the fields of a form out by name. Where somebody else saved something else, the field says what, and takes it
 * over on demand.
 */
export function fieldOf<V extends object>(source: FieldSource<V>, conflict?: Conflict<V>): FieldOf<V> {
  const { values, errors, setFieldValue, prefix = '' } = source;
  return <Name extends keyof V & string>(name: Name) => {
    const value = values[name];
    const change = (next: V[Name]) => setFieldValue(prefix + name, next as never);
    const saved = conflict?.theirs?.[name];
    const differs = saved !== undefined && JSON.stringify(saved) !== JSON.stringify(value);
    return {
      value,
      onChange: change,
      error: sentence(errors[prefix + name]),
      hint:
        differs && conflict ? (
          <TheirValue text={conflict.show(name, saved as V[Name])} onTake={() => change(saved as V[Name])} />
        ) : undefined,
    };
  };
}
