const realXhr = globalThis.XMLHttpRequest;

/** One upload under way, held by the test: it moves only when told to. */
export class FakeXhr {
  static sent: FakeXhr[] = [];
  method = '';
  url = '';
  body: Blob | null = null;
  headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  aborted = false;
  private answered: Record<string, string> = {};
  readonly upload: { onprogress?: ((event: Partial<ProgressEvent>) => void) | null } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(body: Blob): void {
    this.body = body;
    FakeXhr.sent.push(this);
  }
  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }
  progress(loaded: number, total: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total });
  }
  getResponseHeader(name: string): string | null {
    return this.answered[name.toLowerCase()] ?? null;
  }
  answer(status: number, body: object, headers: Record<string, string> = {}): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.answered = headers;
    this.onload?.();
  }
}

/** Puts fakes in the place of the browser's own requests. */
export function fakeXhr(): void {
  FakeXhr.sent = [];
  Object.assign(globalThis, { XMLHttpRequest: FakeXhr });
}

export function realXhrAgain(): void {
  globalThis.XMLHttpRequest = realXhr;
}
