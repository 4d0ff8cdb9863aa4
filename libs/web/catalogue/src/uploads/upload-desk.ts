import type { Upload } from '@lms/contracts';
import { ApiProblem, problemText } from '@lms/web-platform';
import { uploadTexts } from '../texts/uploads.js';
import type { KeptUploads } from './kept-uploads.js';
import {
  isUnderWay,
  type CaptionsPlace,
  type UploadEntry,
  type UploadProgress,
  type UploadTarget,
} from './upload-entry.js';
import { recogniseFile } from './upload-kind.js';
import type { sendFile } from './send-file.js';

export interface DeskDeps {
  send: typeof sendFile;
  read: (uploadId: string) => Promise<Upload>;
  /** Makes the finished upload part of its draft. */
  place: (entry: UploadEntry) => Promise<void>;
  kept: KeptUploads;
  pause: (milliseconds: number) => Promise<void>;
  newKey: () => string;
}

const sendingAtOnce = 2;
const pollMs = 700;
/** The API takes no more characters of a file's name. */
const longestName = 240;

/** A request that may work by itself a little later. */
const passing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500);

/**
 * Takes files into drafts: sends them, waits while they are checked, and adds them. It belongs to no page, so authors
 * can leave and come back.
 */
export class UploadDesk {
  private list: readonly UploadEntry[];
  private readonly listeners = new Set<() => void>();
  private readonly files = new Map<string, File>();
  private readonly aborts = new Map<string, AbortController>();

  constructor(private readonly deps: DeskDeps) {
    this.list = deps.kept
      .read()
      .map((entry) =>
        entry.uploadId === null && isUnderWay(entry)
          ? { ...entry, progress: { state: 'failed', sentence: uploadTexts.t('failed.closed'), again: false } }
          : entry,
      );
    for (const entry of this.list) if (entry.uploadId !== null && isUnderWay(entry)) void this.follow(entry.key);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly entries = (): readonly UploadEntry[] => this.list;
  /** Whether leaving the site now would lose something. */
  readonly sending = (): boolean =>
    this.list.some(({ progress: { state } }) => state === 'sending' || state === 'waiting');

  /** Takes files in. Captions of a known video carry their place. */
  add(files: readonly File[], target: UploadTarget, captions: CaptionsPlace | null = null): void {
    for (const file of files) {
      const key = this.deps.newKey();
      const seen = recogniseFile(file, uploadTexts.t);
      const wrong =
        captions && 'kind' in seen && seen.kind !== 'captions' ? uploadTexts.t('refusal.notCaptions') : null;
      const refusal = wrong ?? ('refusal' in seen ? seen.refusal : null);
      this.files.set(key, file);
      this.set([
        ...this.list,
        {
          ...target,
          key,
          name: file.name,
          kind: 'kind' in seen ? seen.kind : null,
          uploadId: null,
          title: null,
          captions,
          progress: refusal === null ? { state: 'waiting' } : { state: 'refused', sentence: refusal },
        },
      ]);
    }
    this.next();
  }

  /** Takes an entry off the list; one that is being sent stops. */
  dismiss(key: string): void {
    this.aborts.get(key)?.abort();
    this.files.delete(key);
    this.set(this.list.filter((entry) => entry.key !== key));
    this.next();
  }

  /** Another file in the place of one that was refused. */
  replace(key: string, file: File): void {
    const entry = this.find(key);
    if (!entry) return;
    this.dismiss(key);
    this.add([file], entry, entry.captions);
  }

  /** Tries what failed again, from where it stopped. */
  again(key: string): void {
    const entry = this.find(key);
    if (entry?.uploadId) void this.follow(key);
    else if (entry && this.files.has(key)) {
      this.change(key, { progress: { state: 'waiting' } });
      this.next();
    }
  }

  /** Says where captions belong. */
  placeCaptions(key: string, captions: CaptionsPlace): void {
    this.change(key, { captions });
    void this.finish(key);
  }

  private next(): void {
    const busy = this.list.filter(({ progress }) => progress.state === 'sending').length;
    const waiting = this.list.filter(({ progress }) => progress.state === 'waiting');
    for (const entry of waiting.slice(0, Math.max(0, sendingAtOnce - busy))) void this.send(entry.key);
  }

  private async send(key: string): Promise<void> {
    const entry = this.find(key);
    const file = this.files.get(key);
    if (!entry?.kind || !file) return;
    const abort = new AbortController();
    this.aborts.set(key, abort);
    this.progress(key, { state: 'sending', percent: 0 });
    try {
      const onProgress = (percent: number): void => this.progress(key, { state: 'sending', percent });
      // The end of a long name says more than its beginning: it holds the kind.
      const name = file.name.slice(-longestName);
      const upload = await this.deps.send({
        file,
        name,
        kind: entry.kind,
        onProgress,
        signal: abort.signal,
      });
      this.files.delete(key);
      this.change(key, { uploadId: upload.id });
      void this.follow(key);
    } catch (error) {
      this.fail(key, error);
    } finally {
      this.aborts.delete(key);
      this.next();
    }
  }

  /** Asks how far the check is until it is over. */
  private async follow(key: string): Promise<void> {
    this.progress(key, { state: 'checking', percent: 0 });
    for (let entry = this.find(key); entry?.uploadId; entry = this.find(key)) {
      try {
        const upload = await this.deps.read(entry.uploadId);
        if (upload.state === 'refused') {
          this.progress(key, { state: 'refused', sentence: upload.refusal ?? uploadTexts.t('refusal.plain') });
          return;
        }
        if (upload.state === 'ready') {
          this.change(key, { title: upload.title });
          await this.finish(key);
          return;
        }
        this.progress(key, { state: 'checking', percent: upload.progress });
      } catch (error) {
        if (!passing(error)) {
          this.fail(key, error);
          return;
        }
      }
      await this.deps.pause(pollMs);
    }
  }

  private async finish(key: string): Promise<void> {
    const entry = this.find(key);
    if (!entry) return;
    if (entry.kind === 'captions' && !entry.captions) {
      this.progress(key, { state: 'asking' });
      return;
    }
    this.progress(key, { state: 'adding' });
    try {
      await this.deps.place(entry);
      this.dismiss(key);
    } catch (error) {
      this.fail(key, error);
    }
  }

  private fail(key: string, error: unknown): void {
    const refused = error instanceof ApiProblem && [400, 413, 415, 422].includes(error.status);
    const sentence = problemText(error);
    this.progress(key, refused ? { state: 'refused', sentence } : { state: 'failed', sentence, again: true });
  }

  private find = (key: string): UploadEntry | undefined => this.list.find((entry) => entry.key === key);
  private progress = (key: string, progress: UploadProgress): void => this.change(key, { progress });
  private change(key: string, change: Partial<UploadEntry>): void {
    this.set(this.list.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  }
  private set(list: readonly UploadEntry[]): void {
    this.list = list;
    this.deps.kept.write(list);
    for (const listener of this.listeners) listener();
  }
}
