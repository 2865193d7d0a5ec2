/** The one map of what may be asked of the worker: a schema for each request. Its answers are in `answers.ts`, who may ask in the router. */
import * as z from 'zod/mini';
import { chosenSchema } from '../settings/schema.ts';

/** Longer than any address a browser opens (Chromium: 2 MB). */
const address = z.nullable(z.string().check(z.maxLength(2_100_000)));
const pin = z.string().check(z.maxLength(256));
const optionalPin = z.optional(pin);
const backup = z.string().check(z.maxLength(2_000_001));

/** What every message has. */
const messageSchema = z.object({ type: z.string() });

/** One schema a request, without its `type`. Unknown fields of a settings page are refused; a guard's and a notice's are dropped. */
export const requests = {
  /** `overlayId`: the id of the overlay's element, which the hide-page CSS leaves in sight. */
  'guard/ask': z.object({ overlayId: z.string().check(z.maxLength(32)) }),
  /** Somebody has chosen the way out on an overlay or a pass banner: the worker makes sure that the tab leaves. */
  'guard/leave': z.object({}),

  /*
   * `address` is what the notice took out of its own fragment. The browser's `sender.url` follows `replaceState` (tried in
   * both), so it cannot be read there any more; the worker matches it against the list again before it trusts it.
   */
  /** A notice is open in this tab; its wait runs while it is visible. */
  'notice/opened': z.object({ address, visible: z.boolean() }),
  'notice/visible': z.object({ visible: z.boolean() }),
  /** Somebody leaves through the exit: the time waited does not count for the next visit. */
  'notice/left': z.object({}),
  /** "This is a mistake": shortens the wait for an address that only looks like a listed one. */
  'notice/mistake': z.object({ address }),
  /** The reader says where they are; empty: not chosen. Not saved where a policy decides, or in Chromium's private windows. */
  'notice/place': z.object({ country: z.string(), region: z.string() }),
  'notice/continue': z.object({ address, pin: optionalPin }),

  'settings/get': z.strictObject({}),
  'settings/change': z.strictObject({ changes: chosenSchema, pin: optionalPin }),
  'settings/cancel': z.strictObject({ id: z.string().check(z.maxLength(64)) }),
  'settings/welcomed': z.strictObject({}),
  'settings/acknowledge': z.strictObject({}),
  'settings/export': z.strictObject({}),
  'settings/preview-import': z.strictObject({ text: backup }),
  'settings/import': z.strictObject({ text: backup, pin: optionalPin }),
  'pin/set': z.strictObject({ newPin: pin, pin: optionalPin }),
  'pin/remove': z.strictObject({ pin: optionalPin }),

  'status/get': z.strictObject({ tabId: z.optional(z.int()) }),
  /** Applies rules and scripts again, checks the open tabs, and reports. */
  'status/reapply': z.strictObject({}),
} as const;

export type RequestName = keyof typeof requests;
export type Input<Name extends RequestName> = z.infer<(typeof requests)[Name]>;

/** @returns the type that a message names, known or not. Throws if it is no message. */
export function typeOf(message: unknown): string {
  return z.parse(messageSchema, message).type;
}

/** @returns a request's own fields, checked; throws if they do not fit. Its `type` and what was dropped are not among them. */
export function checkedInput<Name extends RequestName>(name: Name, message: object): Input<Name> {
  const { type: _, ...input } = message as { type?: unknown };
  return z.parse(requests[name], input) as Input<Name>;
}

export type GuardRequest = Extract<RequestName, `guard/${string}`>;
export type NoticeRequest = Extract<RequestName, `notice/${string}`>;
/** What the settings pages may ask, and nobody else. */
export type SettingsRequest = Exclude<RequestName, GuardRequest | NoticeRequest>;
