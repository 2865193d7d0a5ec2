/** Defines what is stored for the person: their choices, and the lock, the waits and the dates that belong to them. */
import * as z from 'zod/mini';
import { TIERS } from '../pattern/types.ts';
import { AUDIENCES, MODES } from '../policy/modes.ts';
import {
  byKey,
  defaultOf,
  RECOGNITION_KEYS,
  SETTING_KEYS,
  type SettingValues,
} from '../policy/setting-descriptions.ts';
import { LANGUAGES } from '../words/languages.ts';
import { isDay } from './days.ts';

export const SETTINGS_VERSION = 1;

/** Seconds to wait on the notice before `Continue anyway`: at least the time to read one line, at most what a policy may require. */
export const DELAY_SECONDS = { least: 6, most: 600 } as const;
/** The cooling-off ("a promise to yourself") lasts between an hour and a week; 0 means none. */
export const PROMISE_HOURS = { least: 1, most: 168 } as const;
export const LINES_MOST = 2000;
export const LINE_LONGEST = 600;
export const REASON_LONGEST = 200;
export const TRUSTED_ADULT_LONGEST = 120;
/** Where `Leave this page` goes until the person names another page. */
export const BLANK_PAGE = defaultOf('neutralPage');

const line = z.string().check(z.maxLength(LINE_LONGEST));
const lines = z.array(line).check(z.maxLength(LINES_MOST));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay));
const oneLine = (longest: number) =>
  z.string().check(
    z.maxLength(longest),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: -- control characters are what it keeps out
    z.regex(/^[^\u0000-\u001f\u007f]*$/),
  );
const promiseHours = z.int().check(z.gte(0), z.lte(PROMISE_HOURS.most));
const leavePage = z.union([
  z.literal(BLANK_PAGE),
  z.string().check(
    z.maxLength(500),
    z.refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text)),
  ),
]);

/** One schema for each choice: the page, an import and the store check a value with the same rule. */
export const choiceSchemas = {
  mode: z.enum(MODES),
  audience: z.enum(AUDIENCES),
  language: z.enum(['auto', ...LANGUAGES]),
  /** ISO 3166-1, or empty: the device guesses. */
  country: z.string().check(z.regex(/^(?:[A-Z]{2})?$/)),
  /** ISO 3166-2 such as `US-GA`, or empty. Never guessed. */
  region: z.string().check(z.regex(/^(?:[A-Z]{2}-[A-Z0-9]{1,3})?$/)),
  tiers: z.array(z.enum(TIERS)).check(z.maxLength(TIERS.length)),
  ...byKey(RECOGNITION_KEYS, () => z.boolean()),
  /** As the person wrote them, comments included. */
  blockedPatterns: lines,
  exemptions: lines,
  continueDelaySeconds: z.int().check(z.gte(DELAY_SECONDS.least), z.lte(DELAY_SECONDS.most)),
  /** Whether the person must write one line before continuing. The line itself is never stored. */
  writeLine: z.boolean(),
  /** Where `Leave this page` goes. */
  neutralPage: leavePage,
  /** The person's own words, shown first on a personal notice. */
  reason: oneLine(REASON_LONGEST),
  /** A trusted adult to talk to, named on a family notice. */
  trustedAdult: oneLine(TRUSTED_ADULT_LONGEST),
  promiseHours,
  /** The date from which the person counts, if they want the count. Chosen by hand, never derived from visits. */
  daysSince: z.nullable(day),
};

/** Only what the person chose, so that a default that changes in a later release reaches everybody who did not choose. */
export const chosenSchema = z.partial(z.strictObject(choiceSchemas));
export type Chosen = z.infer<typeof chosenSchema>;
/** Every choice, with the defaults filled in. */
export type Choices = Required<{ [Key in keyof Chosen]: Exclude<Chosen[Key], undefined> }>;
export type ChoiceKey = keyof Choices;
export const CHOICE_KEYS = Object.keys(choiceSchemas) as ChoiceKey[];

export const DEFAULT_CHOICES = byKey(SETTING_KEYS, defaultOf) as SettingValues satisfies Choices;

/** A wait that counts observed time instead of comparing dates: see `elapsed-timer.ts`. */
export const elapsedTimerSchema = z.strictObject({
  leftMs: z.number().check(z.gte(0)),
  last: z.strictObject({
    wall: z.number(),
    monotonic: z.number(),
    worker: z.string(),
    browser: z.string(),
  }),
});

export const storedPinSchema = z.strictObject({
  algorithm: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().check(z.gte(600_000)),
  /** Base64. */
  salt: z.string().check(z.minLength(22)),
  hash: z.string().check(z.minLength(43)),
});
export type StoredPin = z.infer<typeof storedPinSchema>;

/** A loosening that waits for the cooling-off. Removing the PIN (`removePin`) is also one; it changes no choice. */
export const pendingSchema = z.strictObject({
  id: z.string(),
  from: chosenSchema,
  to: chosenSchema,
  removePin: z.boolean(),
  meter: elapsedTimerSchema,
});
export type Pending = z.infer<typeof pendingSchema>;

export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  chosen: chosenSchema,
  lock: z.nullable(storedPinSchema),
  /** Wrong PINs since the last right one, and the wait before the next try. */
  attempts: z.strictObject({ failed: z.int().check(z.gte(0)), wait: z.nullable(elapsedTimerSchema) }),
  pending: z.array(pendingSchema),
  welcomed: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings of a new installation. */
export function freshSettings(): Settings {
  return {
    version: SETTINGS_VERSION,
    chosen: {},
    lock: null,
    attempts: { failed: 0, wait: null },
    pending: [],
    welcomed: false,
  };
}

/** @returns every choice: the person's, or the default. */
export function choicesOf(chosen: Chosen): Choices {
  const set = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  return { ...DEFAULT_CHOICES, ...set };
}
