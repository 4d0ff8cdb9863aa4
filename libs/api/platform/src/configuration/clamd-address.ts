import path from 'node:path';
import { WrongSetting } from './wrong-setting.js';

/** Where clamd listens: a TCP port, or a Unix socket. */
export type ClamdAddress = { host: string; port: number } | { path: string };

/** From `host:port` (`[::1]:3310` too) or the absolute path of a socket. Throws {@link WrongSetting}. */
export function clamdAddress(value: string | undefined): ClamdAddress | undefined {
  if (value === undefined) return undefined;
  if (path.isAbsolute(value)) return { path: value };
  const found = /^(?:\[([0-9a-f:]+)\]|([^\s:/[\]]+)):(\d{1,5})$/i.exec(value);
  const port = Number(found?.[3]);
  const host = found?.[1] ?? found?.[2];
  if (host === undefined || port < 1 || port > 65_535) {
    throw new WrongSetting(
      `WAYMARK_CLAMD is "${value}": Give host and port, such as 127.0.0.1:3310, or the path of a socket.`,
    );
  }
  return { host, port };
}
