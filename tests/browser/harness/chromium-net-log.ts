/** Reads Chromium's own network log: every request that it attributes to an extension's origin. */
import { readFileSync } from 'node:fs';
import type { Caused } from './caused-traffic.ts';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: Record<string, unknown> }[];
}

/**
 * Counts every event that names the origin, as initiator or as the key of a cache or socket pool: requests of pages and
 * workers, WebSockets, connections opened in advance, name lookups.
 *
 * @param file - written by `--log-net-log` of a browser that is closed by now.
 * @param origin - `chrome-extension://<id>`.
 */
export function readNetLog(file: string, origin: string): Caused[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  if (!events.some(({ type }) => names.get(type) === 'URL_REQUEST_START_JOB'))
    throw new Error(`${file} holds no request at all: Chromium's log has changed`);
  return events.flatMap(({ type, params }) => {
    const text = JSON.stringify(params ?? {});
    if (!text.includes(origin)) return [];
    const { request_type: kind, url } = params as { request_type?: string; url?: string };
    return [{ by: kind ?? names.get(type) ?? String(type), address: url ?? text }];
  });
}
