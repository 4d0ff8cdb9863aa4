import type { UseFormReturnType } from '@mantine/form';
import { TheirValue } from './TheirValue.js';
import type { FieldOf } from './field-props.js';

const sentence = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined);

interface Conflict<V extends object> {
  theirs: Partial<V> | null;
  /** A value in words. */
  show: <Name extends keyof V & string>(name: Name, value: V[Name]) => string;
}

/**
 * Hands the form's fields out by name. Where somebody else saved something else, the field says what, and takes it
 * over on demand. `prefix` is where the values stand within the form: `person.`.
 */
export function fieldOf<V extends object>(
  form: Pick<UseFormReturnType<V>, 'values' | 'errors' | 'setFieldValue'>,
  conflict?: Conflict<V>,
): FieldOf<V> {
  return <Name extends keyof V & string>(name: Name) => {
    const value = form.values[name];
    const change = (next: V[Name]) => form.setFieldValue(name, next as never);
    const saved = conflict?.theirs?.[name];
    const differs = saved !== undefined && JSON.stringify(saved) !== JSON.stringify(value);
    return {
      value,
      onChange: change,
      error: sentence(form.errors[name]),
      hint: differs && conflict && (
        <TheirValue text={conflict.show(name, saved as V[Name])} onTake={() => change(saved as V[Name])} />
      ),
    };
  };
}
