export type {
  AppMessage,
  Can,
  Contents,
  ContentsItem,
  FrameMessage,
  Go,
  Leftover,
  PortOffer,
  ProtocolVersion,
  Sco,
  SequenceNumbers,
  Standard,
} from './protocol/messages.js';
export { readFrameMessage } from './protocol/read-frame-message.js';
export { CommitQueue } from './queue/commit-queue.js';
export type { QueueDeps, QueueEvent } from './queue/commit-queue.js';
export { browserQueue } from './queue/browser-queue.js';
export { LaunchWriter } from './queue/launch-writer.js';
export type { AsideReason } from './queue/queue-database.js';
export type { QueueStatus } from './queue/queue-status.js';
export { FrameHost, isPackage } from './frame/frame-host.js';
export type { HostDeps, HostEvent, OpenedPackage } from './frame/frame-host.js';
export { frameSandbox } from './frame/offer-port.js';
export { CoverageTracker } from './video/coverage-tracker.js';
export type { Coverage, MediaEvent } from './video/coverage-tracker.js';
export { coveredSeconds, mergeRanges, subtractRanges } from './video/ranges.js';
export type { SecondRange } from './video/ranges.js';
export { startCommitQueue } from './queue/start-queue.js';
export { AttemptList } from './log/LazyAttemptList.js';
export { courseCareRoutes } from './later-routes.js';
export { deliveryRoutes } from './routes.js';
export { assessRoutes } from './assess/routes.js';
export { myChecksQuery } from './assess/api/my-checks.js';
export { CheckNews } from './assess/components/CheckNews.js';
