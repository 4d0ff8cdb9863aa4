import type { Naming } from '../audience/naming.js';
import type { Draft } from './use-draft.js';

export interface FieldsProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  naming: Naming;
}
