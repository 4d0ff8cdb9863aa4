import type { CommitEntry, Launch, RuntimeCall } from '@lms/contracts';
import { entryOf } from '@lms/domain';
import type { Contents, FrameMessage, Go, Sco, Standard } from '@lms/web-delivery';
import { chooseRoute, itemsOf } from '../course/choose-route.js';
import { Course } from '../course/course.js';
import { Notes } from '../course/notes.js';
import { Parts } from '../course/parts.js';
import { EntryLog } from '../entry-log.js';
import { Journal } from '../journal.js';
import { CallLog } from '../log/call-log.js';
import { readOrganization } from '../organization/read-organization.js';
import { freshState } from '../runtime/restore.js';
import { scorm12 } from '../runtime/scorm12.js';
import { scorm2004 } from '../runtime/scorm2004.js';

type Api = Record<string, (...parameters: unknown[]) => string>;

/** A course in its frame with a content that does what a test says, and a server that keeps elements as ours does. */
export class CourseRig {
  course!: Course;
  callLog!: CallLog;
  shown: string[] = [];
  notices: string[] = [];
  said: FrameMessage[] = [];
  calls: RuntimeCall[] = [];
  entries: CommitEntry[] = [];
  /** What the content does as it is taken away. */
  onUnload: (() => void) | null = null;
  #log: EntryLog | null = null;
  readonly kept = new Map<string, Record<string, string>>();

  constructor(
    private readonly standard: Standard,
    private readonly manifest: string,
    private readonly scos: Sco[],
    private readonly facts: Partial<Launch['states'][number]> = {},
  ) {}

  /** A new launch: everything that the frame knew is forgotten, everything that was kept is given back. */
  launch(wanted = ''): this {
    this.#log?.flush();
    const states = this.scos.map(({ identifier }) => {
      const elements = { ...this.kept.get(identifier) };
      return { ...freshState(identifier), ...this.facts, elements, entry: entryOf(this.standard, elements) };
    });
    const launch = { launchId: 'l', commitToken: 't', learner: { id: 'p', name: 'Okafor, Ada' }, states };
    const dialect = this.standard === 'scorm12' ? scorm12 : scorm2004;
    const organization = readOrganization(new TextEncoder().encode(this.manifest));
    const parts = new Parts(dialect, launch, this.scos, () => true);
    const items = itemsOf(organization, this.scos);
    parts.arrange(items);
    const log = new EntryLog(launch, new Journal(localStorage), (entry) => this.#keep(entry));
    this.#log = log;
    const holder = this.scos[0]?.identifier ?? '';
    const notes = new Notes(log, holder, parts.known(holder)?.elements ?? {});
    this.course = new Course({
      launch,
      dialect,
      parts,
      route: chooseRoute(this.standard, organization, items, this.scos, parts.known, notes.route),
      notes,
      log,
      calls: (this.callLog = new CallLog((calls) => this.calls.push(...calls))),
      keepalive: { send: () => undefined },
      stage: {
        show: (address) => void this.shown.push(address.split('/').at(-1) ?? ''),
        clear: () => {
          const unload = this.onUnload;
          this.onUnload = null;
          unload?.();
        },
        notice: (title) => void this.notices.push(title),
      },
      say: (message) => void this.said.push(message),
    });
    this.course.start(wanted);
    return this;
  }

  /** The functions that the content finds now. */
  get api(): Api {
    const name = this.standard === 'scorm12' ? 'API' : 'API_1484_11';
    return Reflect.get(window, name) as Api;
  }

  get at(): string {
    return this.shown.at(-1) ?? '';
  }

  get contents(): Contents {
    const last = this.said.findLast((message) => message.type === 'contents');
    if (last?.type !== 'contents') throw new Error('No contents were told');
    return last.contents;
  }

  states(): Record<string, string> {
    return Object.fromEntries(this.contents.items.map(({ identifier, state }) => [identifier, state]));
  }

  /** Identifiers that could be chosen now. */
  choices(): string[] {
    return this.contents.items.filter((item) => item.may).map((item) => item.identifier);
  }

  go(to: Go['to'], identifier = ''): void {
    this.course.go(to === 'part' ? { to, identifier } : { to });
  }

  /** Lets everything run that the course has put off until the content's call has returned. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  #keep(entry: CommitEntry): void {
    this.entries.push(entry);
    this.kept.set(entry.sco, { ...this.kept.get(entry.sco), ...entry.set });
  }
}

export const scosOf = (...identifiers: string[]): Sco[] =>
  identifiers.map((identifier) => ({
    identifier,
    title: identifier.toUpperCase(),
    href: `${identifier}.html`,
    reports: true,
  }));
