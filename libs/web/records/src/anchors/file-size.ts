const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "118 kB" */
export function fileSize(bytes: number): string {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), UNITS.length - 1);
  const format = new Intl.NumberFormat('en-GB', {
    ...{ style: 'unit', unit: UNITS[step], maximumSignificantDigits: 3 },
  } as Intl.NumberFormatOptions);
  return format.format(bytes / 1000 ** step);
}
