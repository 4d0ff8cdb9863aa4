import { ApiProblem } from '@lms/web-platform';
import type { PhotoShelf, ShelvedPhoto } from './photo-shelf.js';

export interface WaitingPhoto extends Omit<ShelvedPhoto, 'personId' | 'assessmentId'> {
  /** Why the API will not take it; null while it waits for signal. */
  refused: unknown;
}

export interface SenderDeps {
  personId: string;
  assessmentId: string;
  shelf: PhotoShelf;
  send: (photo: WaitingPhoto) => Promise<void>;
  /** A photo has arrived. */
  onArrived: () => void;
  newId: () => string;
  retryMs: number;
}

/** Takes photos, keeps them on the device, and sends them one after the other when there is signal. */
export class PhotoSender {
  private photos: readonly WaitingPhoto[] = [];
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly deps: SenderDeps) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  /** What has been taken and is not on the server. */
  readonly read = (): readonly WaitingPhoto[] => this.photos;

  /** Finds what an earlier visit left, and sends it. */
  async start(): Promise<void> {
    const left = await this.deps.shelf.of(this.deps.personId, this.deps.assessmentId).catch(() => []);
    const known = new Set(this.photos.map(({ id }) => id));
    this.set([
      ...left.filter(({ id }) => !known.has(id)).map((photo) => ({ ...photo, refused: null })),
      ...this.photos,
    ]);
    await this.flush();
  }

  async add(itemId: string | null, picture: Blob): Promise<void> {
    const { personId, assessmentId, shelf, newId } = this.deps;
    const photo = { id: newId(), itemId, picture };
    this.set([...this.photos, { ...photo, refused: null }]);
    // A device that keeps nothing still sends it.
    await shelf.put({ ...photo, personId, assessmentId }).catch(() => undefined);
    await this.flush();
  }

  async remove(id: string): Promise<void> {
    this.set(this.photos.filter((photo) => photo.id !== id));
    await this.deps.shelf.remove(id).catch(() => undefined);
  }

  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const photo = this.photos.find(({ refused }) => refused === null);
      if (!photo) return;
      try {
        await this.deps.send(photo);
        await this.remove(photo.id);
        this.deps.onArrived();
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500) {
          this.timer = setTimeout(() => void this.flush(), this.deps.retryMs);
          return;
        }
        this.set(this.photos.map((other) => (other.id === photo.id ? { ...other, refused: error } : other)));
      }
    }
  }

  private set(photos: readonly WaitingPhoto[]): void {
    this.photos = photos;
    for (const listener of this.listeners) listener();
  }
}
