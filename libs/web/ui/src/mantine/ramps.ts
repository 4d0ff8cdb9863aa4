import type { MantineColorsTuple } from '@mantine/core';

/** The ten steps of a ramp of `tokens.css`, lightest first. */
const ramp = (name: string): MantineColorsTuple => [
  `var(--${name}-0)`,
  `var(--${name}-1)`,
  `var(--${name}-2)`,
  `var(--${name}-3)`,
  `var(--${name}-4)`,
  `var(--${name}-5)`,
  `var(--${name}-6)`,
  `var(--${name}-7)`,
  `var(--${name}-8)`,
  `var(--${name}-9)`,
];

export const ramps = {
  tarmac: ramp('tarmac'),
  petrol: ramp('petrol'),
  stud: ramp('stud'),
  verge: ramp('verge'),
  beacon: ramp('beacon'),
  stop: ramp('stop'),
  closure: ramp('closure'),
  gray: ramp('tarmac'),
  // What the library takes from `dark`, in its order: text, dimmed, placeholder, border, hover, input, body, below.
  dark: [
    'var(--ink)',
    'var(--ink-2)',
    'var(--ink-2)',
    'var(--ink-3)',
    'var(--edge)',
    'var(--line-2)',
    'var(--surface)',
    'var(--surface)',
    'var(--raised)',
    'var(--canvas)',
  ] satisfies MantineColorsTuple,
  red: ramp('stop'),
};
