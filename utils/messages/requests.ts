/** Defines every request to the worker with its schema. The answers are in `answers.ts`; the router decides who may ask what. */
import * as z from 'zod/mini';
import { chosenSchema } from '../settings/schema.ts';

/** The limit is longer than any address that a browser opens (Chromium: 2 MB). */
const address = z.nullable(z.string().check(z.maxLength(2_100_000)));
const pin = z.string().check(z.maxLength(256));
const optionalPin = z.optional(pin);
const backup = z.string().check(z.maxLength(3_000_001));

/** The part that every message has. */
const messageSchema = z.object({ type: z.string() });

/** One schema for each request, without its `type`. Unknown fields are refused from a settings page, dropped from a guard or a notice. */
export const requests = {
  /** `overlayId`: the id of the overlay's element, which the hide-page CSS does not hide. */
  'guard/ask': z.object({ overlayId: z.string().check(z.maxLength(32)) }),
  /** The reader chose the way out on an overlay or a pass banner: the worker makes sure that the tab leaves the page. */
  'guard/leave': z.object({}),

  /*
   * `address` is what the notice took from its own fragment. The browser's `sender.url` follows `replaceState` (tried in
   * both), so the worker can no longer read it there. It matches the address against the list again before it trusts it.
   */
  /** A notice is open in this tab; its wait runs while it is visible. */
  'notice/opened': z.object({ address, visible: z.boolean() }),
  'notice/visible': z.object({ visible: z.boolean() }),
  /** The reader leaves through the exit: the time waited does not count for the next visit. */
  'notice/left': z.object({}),
  /** "This is a mistake": shortens the wait for an address that only looks like a listed one. */
  'notice/mistake': z.object({ address }),
  /** The reader chooses their place; empty: not chosen. It is not saved if a policy decides, or in Chromium's private windows. */
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

/** @returns the type that a message names, known or not. Throws if the value is not a message. */
export function typeOf(message: unknown): string {
  return z.parse(messageSchema, message).type;
}

/** @returns a request's own fields, checked, without its `type` and unknown fields. Throws if they do not fit. */
export function checkedInput<Name extends RequestName>(name: Name, message: object): Input<Name> {
  const { type: _, ...input } = message as { type?: unknown };
  return z.parse(requests[name], input) as Input<Name>;
}

export type GuardRequest = Extract<RequestName, `guard/${string}`>;
export type NoticeRequest = Extract<RequestName, `notice/${string}`>;
/** The requests that only the settings pages may make. */
export type SettingsRequest = Exclude<RequestName, GuardRequest | NoticeRequest>;
