import { Scorm2004API } from 'scorm-again/min';
import type { Settings } from 'scorm-again';
import type { ActivitySettings } from '../organization/activity-settings.js';
import type { Engine } from '../runtime/dialect.js';
import { silent } from '../runtime/settings.js';
import type { Can, Go, Outcome, Route, Step } from './route.js';
import { packState, unpackState } from './sequencing-state.js';

type Validity = Parameters<
  NonNullable<NonNullable<NonNullable<Settings['sequencing']>['eventListeners']>['onNavigationValidityUpdate']>
>[0];

const navigationRequest = (step: Go): string =>
  step.to === 'part' ? `{target=${step.identifier}}choice` : step.to === 'next' ? 'continue' : 'previous';

/** SCORM 2004 sequencing and navigation (SN book), done by the runtime library over one engine for the whole course. */
export class SequencedRoute implements Route {
  readonly #api: Scorm2004API;
  readonly #parents = new Map<string, string>();
  readonly #leaves = new Set<string>();
  readonly #untouched: string;
  #delivered: string | null = null;
  #at: string | null = null;
  #closed = false;
  #validity: Validity | null = null;

  constructor(
    tree: ActivitySettings,
    private readonly kept: string | null,
  ) {
    this.#walk(tree);
    this.#api = new Scorm2004API({
      ...silent,
      sequencing: {
        activityTree: tree,
        logLevel: 'error',
        eventListeners: {
          onActivityDelivery: (activity) => (this.#at = this.#delivered = activity.id),
          onSequencingSessionEnd: () => (this.#closed = true),
          onNavigationValidityUpdate: (validity) => (this.#validity = validity),
        },
      },
    });
    this.#untouched = this.#api.serializeSequencingState();
  }

  begin(at: string | null): Outcome {
    const state = this.kept === null ? null : unpackState(this.kept, this.#untouched, (id) => this.#pathOf(id));
    if (state !== null && this.#api.deserializeSequencingState(state)) {
      const resumed = this.#request('resumeAll');
      if (resumed !== 'stay') return resumed;
    }
    const started = this.#request('start');
    if (started !== 'stay') return started;
    // Without flow nothing starts by itself: then the learner chooses, beginning where they were.
    for (const identifier of [...(at === null ? [] : [at]), ...this.#leaves]) {
      const chosen = this.#request('choice', identifier);
      if (chosen !== 'stay') return chosen;
    }
    return 'stay';
  }

  engine(): Engine {
    this.#api.reset({}, { preserveListeners: true, resetTotalTime: true });
    return this.#api;
  }

  can(step: Step): Can {
    const request = step === 'next' ? 'continue' : 'previous';
    if (this.#validity?.hideLmsUi.includes(request)) return 'hidden';
    const { outcome, endSequencingSession } = this.#api.previewNavigationRequest(request);
    // Walking off the end is a step from the last part only: elsewhere it means that the rules leave nowhere to go.
    if (endSequencingSession) return step === 'next' && this.#at === [...this.#leaves].at(-1) ? 'yes' : 'no';
    if (outcome !== 'unknown') return outcome === 'allowed' ? 'yes' : 'no';
    return this.#validity?.[request] === true ? 'yes' : 'no';
  }

  mayChoose(identifier: string): boolean {
    return this.#leaves.has(identifier) && this.#validity?.choice[identifier] === 'true';
  }

  go(step: Go, ended: boolean): Outcome {
    return this.#request(
      step.to === 'part' ? 'choice' : navigationRequest(step),
      step.to === 'part' ? step.identifier : undefined,
      ended ? '' : 'suspend',
    );
  }

  ending(how: 'by-itself' | 'stepping' | 'leaving', step: Go | null): void {
    if (how === 'by-itself') return;
    // The learner's own step comes before whatever the content would like (SN 5.6.2).
    const { nav } = this.#api.adl;
    nav.request = '_none_';
    try {
      nav.request = how === 'leaving' ? 'suspendAll' : step ? navigationRequest(step) : '_none_';
    } catch {
      // A name that the data model cannot write: the step follows when the content has gone.
    }
  }

  ended(): Outcome {
    return this.#take();
  }

  leave(): void {
    this.#request('suspendAll');
  }

  state(): string | null {
    return packState(this.#api.serializeSequencingState(), this.#untouched);
  }

  #request(request: string, target?: string, exit = ''): Outcome {
    this.#delivered = null;
    this.#closed = false;
    this.#api.getSequencingService()?.processNavigationRequest(request, target, exit);
    return this.#take();
  }

  #take(): Outcome {
    const [delivered, closed] = [this.#delivered, this.#closed];
    this.#delivered = null;
    this.#closed = false;
    if (delivered !== null) return { open: delivered };
    return closed ? 'closed' : 'stay';
  }

  #pathOf(id: string): string[] {
    const path = [id];
    for (
      let parent = this.#parents.get(id);
      parent !== undefined && path.length < 100;
      parent = this.#parents.get(parent)
    ) {
      path.push(parent);
    }
    return path;
  }

  #walk(activity: ActivitySettings): void {
    const children = activity.children ?? [];
    if (children.length === 0) this.#leaves.add(activity.id);
    for (const child of children) {
      this.#parents.set(child.id, activity.id);
      this.#walk(child);
    }
  }
}
