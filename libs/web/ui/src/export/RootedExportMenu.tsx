import type { ComponentProps } from 'react';
import { MantineRoot } from '../mantine/MantineRoot.js';
import { ExportMenu } from './ExportMenu.js';

/** The menu with the component library around it, open as it comes. */
export const RootedExportMenu = (props: ComponentProps<typeof ExportMenu>) => (
  <MantineRoot>
    <ExportMenu {...props} opened />
  </MantineRoot>
);
