import type { CommitEntry, Launch, RuntimeCall } from '@lms/contracts';

/** Raised when either side could no longer understand the other. */
export type ProtocolVersion = 1;

/** The one window message of the handshake; its only transferred object is the port. */
export interface PortOffer {
  type: 'waymark-port';
  version: ProtocolVersion;
}

export type Standard = 'scorm12' | 'scorm2004';

export interface Sco {
  identifier: string;
  title: string;
  /** Path inside the package, with its query and hash. */
  href: string;
  /** False for a plain page of the package: it knows no API, so having been shown is all it can do. */
  reports: boolean;
}

/** Entries of an earlier launch that the app never confirmed. */
export interface Leftover {
  launchId: string;
  commitToken: string;
  entries: CommitEntry[];
  /** The last calls of that visit, which are only of use to somebody who looks for a fault. */
  calls: RuntimeCall[];
}

/** Whether a step can be taken now; `hidden` when the package asks for the button not to be shown. */
export type Can = 'yes' | 'no' | 'hidden';

export interface ContentsItem {
  identifier: string;
  title: string;
  /** 0 at the top. */
  level: number;
  /** `group` for a heading that starts nothing itself. */
  state: 'new' | 'begun' | 'done' | 'failed' | 'group';
  /** Whether it can be chosen now. */
  may: boolean;
}

/** The table of contents as it stands, and where the learner is. */
export interface Contents {
  items: ContentsItem[];
  current: string | null;
  next: Can;
  previous: Can;
}

export type Go = { to: 'next' | 'previous' } | { to: 'part'; identifier: string };

export interface SequenceNumbers {
  launchId: string;
  seqs: number[];
}

/** From the content host to the app. Everything in it can be forged by the uploaded content: read it with `readFrameMessage`. */
export type FrameMessage =
  | { type: 'ready'; version: ProtocolVersion; leftovers: Leftover[] }
  | { type: 'entry'; entry: CommitEntry }
  | { type: 'location'; sco: string; title: string; location: string }
  | { type: 'ended'; sco: string }
  | { type: 'contents'; contents: Contents }
  /** The package has closed itself; nothing of it is open any more. */
  | { type: 'closed' }
  | { type: 'calls'; calls: RuntimeCall[] }
  | { type: 'left' }
  | { type: 'failed'; reason: 'no-such-part' | 'not-started' };

/** From the app to the content host. */
export type AppMessage =
  | { type: 'leftovers-kept'; kept: SequenceNumbers[] }
  /** `startSco`: the part to begin with; empty for where the learner was. */
  | { type: 'start'; launch: Launch; standard: Standard; scos: Sco[]; startSco: string }
  | { type: 'go'; go: Go }
  | ({ type: 'acked' } & SequenceNumbers)
  | { type: 'renew'; contentToken: string }
  | { type: 'superseded' }
  | { type: 'leave' };
