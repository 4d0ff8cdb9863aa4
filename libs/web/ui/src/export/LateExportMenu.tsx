import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { Button } from '../button/Button.js';
import { Icon } from '../icons/Icon.js';
import type { ExportMenu } from './ExportMenu.js';

const Menu = lazy(async () => ({ default: (await import('./RootedExportMenu.js')).RootedExportMenu }));

/** The same menu for pages that do without the component library: that comes when somebody opens it. */
export function LateExportMenu(props: ComponentProps<typeof ExportMenu>) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button aria-haspopup="dialog" aria-expanded={false} busy={wanted} onClick={() => setWanted(true)}>
      <Icon name="download" size={18} />
      {props.label}
      <Icon name="down" size={16} />
    </Button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu {...props} />
    </Suspense>
  ) : (
    button
  );
}
