import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import button from '../button/Button.module.css';
import { ramps } from './ramps.js';

const sizes = { xs: 'var(--fs-xs)', sm: 'var(--fs-sm)', md: 'var(--fs-md)', lg: 'var(--fs-lg)', xl: 'var(--fs-xl)' };

/** Controls as large as our own fields. */
const fields = ['TextInput', 'Textarea', 'NumberInput', 'Select', 'MultiSelect', 'DateInput', 'FileInput', 'TagsInput'];

/** The component library dressed as Waymark. What a colour means comes from `tokens.css`, never from a shade in a component. */
export const theme = createTheme({
  colors: ramps,
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  // Contrast is settled pair by pair in tokens.css; the ramps are variables, from which no lightness can be computed.
  autoContrast: false,
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const brand = input.color === undefined || input.color === 'petrol';
    return input.variant === 'filled' && brand ? { ...colours, color: 'var(--on-brand)' } : colours;
  },
  fontFamily: 'var(--font)',
  fontSizes: sizes,
  headings: {
    fontFamily: 'var(--font)',
    sizes: {
      h1: { fontSize: 'var(--fs-3xl)', fontWeight: '800', lineHeight: '1.12' },
      h2: { fontSize: 'var(--fs-lg)', fontWeight: '700', lineHeight: '1.3' },
      h3: { fontSize: 'var(--fs-md)', fontWeight: '700', lineHeight: '1.3' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '8px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  breakpoints: { xs: '36em', sm: '45em', md: '62.5em', lg: '75em', xl: '90em' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The same look as our own Button, by the same style sheet.
    Button: { classNames: { root: button.button }, defaultProps: { variant: 'usual', unstyled: true } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // In the dark a shadow shows no edge.
    Modal: {
      defaultProps: { radius: 'lg', centered: true },
      styles: { content: { border: '1px solid var(--line-2)' } },
    },
    Spotlight: { styles: { content: { border: '1px solid var(--line-2)' } } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-brand)' } },
    Radio: { defaultProps: { iconColor: 'var(--on-brand)' } },
    ...Object.fromEntries(fields.map((name) => [name, { defaultProps: { size: 'md' } }])),
  },
});
