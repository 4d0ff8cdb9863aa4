import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import type { ReactNode } from 'react';
import { cssVariables } from './css-variables.js';
import { schemeManager } from './scheme-manager.js';
import { theme } from './theme.js';

const manager = schemeManager();

/** Around the pages that use parts of the component library. Learners' pages do without, to stay small. */
export function MantineRoot({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
