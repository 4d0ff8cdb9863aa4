import type { Launch } from '@lms/contracts';
import { ENDED_NOTE, NOTE_PREFIX } from '@lms/domain';
import type { Contents, Sco } from '@lms/web-delivery';
import type { Item } from '../organization/read-organization.js';
import type { Route } from '../route/route.js';
import type { Dialect } from '../runtime/dialect.js';
import { freshState, type ScoState } from '../runtime/restore.js';
import type { Visit, VisitDeps } from '../runtime/visit.js';
import { contentsOf, type Known } from './table-of-contents.js';

/** What is known of every part of a package in this launch: as it was kept, and as visits have changed it since. */
export class Parts {
  readonly scos: ReadonlyMap<string, Sco>;
  readonly #states: Map<string, ScoState>;
  /** Hundredths of a second that this launch has spent in each part. */
  readonly #spent = new Map<string, number>();
  #open: { identifier: string; visit: Visit } | null = null;
  #items: readonly Item[] = [];

  constructor(
    private readonly dialect: Dialect,
    launch: Pick<Launch, 'states'>,
    scos: readonly Sco[],
    private readonly concludes: (identifier: string) => boolean,
  ) {
    this.scos = new Map(scos.map((sco) => [sco.identifier, sco]));
    this.#states = new Map(launch.states.map((state) => [state.sco, state]));
  }

  /** Known once the manifest has been read. */
  arrange(items: readonly Item[]): void {
    this.#items = items;
  }

  readonly known: Known = (identifier) => {
    const state = this.#states.get(identifier);
    if (this.#open?.identifier !== identifier) return state;
    return { elements: this.#open.visit.elements(), done: state?.done ?? false };
  };

  /** The state in which the next visit to a part begins; a new learner attempt of SCORM 2004 begins with nothing. */
  visitOf(identifier: string): Pick<VisitDeps, 'state' | 'earlier' | 'concludes'> {
    const state = this.#states.get(identifier) ?? freshState(identifier);
    return {
      state: state.entry === 'ab-initio' ? { ...state, elements: {} } : state,
      earlier: this.#spent.get(identifier) ?? 0,
      concludes: this.concludes(identifier),
    };
  }

  /** What a visit that begins takes back of what is kept: how the last one ended, and all of an attempt that is over. */
  cleared(identifier: string): [element: string, value: string][] {
    const { elements, entry } = this.#states.get(identifier) ?? freshState(identifier);
    const stale = (element: string): boolean =>
      element === ENDED_NOTE ||
      element === this.dialect.exit ||
      (entry === 'ab-initio' && !element.startsWith(NOTE_PREFIX) && element !== this.dialect.sessionTime);
    const names = Object.keys(elements).filter((element) => stale(element) && elements[element] !== '');
    return names.map((element) => [element, '']);
  }

  opened(identifier: string, visit: Visit): void {
    this.#open = { identifier, visit };
  }

  left(identifier: string, visit: Visit): void {
    if (visit.hasBegun) this.#states.set(identifier, visit.resumed());
    this.#spent.set(identifier, visit.spent());
    this.#open = null;
  }

  contents(route: Route, current: string | null): Contents {
    return contentsOf(this.dialect.standard, this.#items, this.scos, this.known, route, current);
  }
}
