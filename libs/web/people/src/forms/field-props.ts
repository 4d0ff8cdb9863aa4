import type { ReactNode } from 'react';

/** What a field of a form is given: its value, how to change it, and what is wrong with it. */
export interface FieldProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
  error?: string;
  hint?: ReactNode;
}

/** The properties of a field by its name; `V` are the values of the form. */
export type FieldOf<V extends object> = <Name extends keyof V & string>(name: Name) => FieldProps<V[Name]>;

/** For a plain text input, which tells its event. */
export const textProps = ({ onChange, ...rest }: FieldProps<string>) => ({
  ...rest,
  onChange: (event: { target: { value: string } }) => onChange(event.target.value),
});

/** The field's own hint, unless there is something more urgent to say. */
export const withHint = <P extends { hint?: ReactNode }>(props: P, hint: ReactNode): P => ({
  ...props,
  hint: props.hint ?? hint,
});
