import { formatDayAway } from '@lms/web-platform';
import { TextField, type FieldTexts } from '@lms/web-ui';

interface Props extends FieldTexts {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  today: string;
  /** What no date means. */
  empty?: string;
  autoFocus?: boolean;
}

/** A day, as the device asks for it; below it in words, with how far it is. */
export function DateField({ hint, empty, value, onChange, today, autoFocus, ...field }: Props) {
  const words = /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDayAway(value, today) : empty;
  return (
    <TextField
      {...field}
      type="date"
      hint={
        (words || hint) && (
          <>
            {words && <div>{words}</div>}
            {hint}
          </>
        )
      }
      value={value}
      min="1900-01-01"
      max="2999-12-31"
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
