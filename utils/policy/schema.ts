/** Defines the managed keys: one zod schema from which the browser's schema file, the documentation, the form and the validator derive. */
import * as z from 'zod/mini';
import { TIERS } from '../pattern/types.ts';
import { LANGUAGES } from '../words/languages.ts';
import { MOST_LOGO_CHARACTERS, readLogo } from './logo.ts';
import { AUDIENCES, MODES } from './modes.ts';
import { byKey, RECOGNITION_KEYS } from './setting-descriptions.ts';

/** How a value is written and shown. It decides the form's field and how leniently the value is read. */
export type FieldKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'paragraph'
  | 'image'
  | 'url'
  | 'phone'
  | 'date'
  | 'seconds'
  | 'switch'
  | 'patterns'
  | 'places';

/** Headings under which the form and the documentation put the keys, in this order. */
export const GROUPS = ['firmness', 'organization', 'notice', 'list', 'campaign'] as const;
export type Group = (typeof GROUPS)[number];

/** What a form, a table and an error message need to know about a key, beyond its type. */
export interface KeyHint {
  kind: FieldKind;
  group: Group;
  /** A valid value, as an administrator would write it. */
  example: string | number | boolean | string[];
  /** The maximum number of characters (texts), items (lists) or seconds. */
  most?: number;
  /** The only valid values. */
  choices?: readonly string[];
}

/** The hint of every key's schema. */
export const keyHints = z.registry<KeyHint>();

/** The most patterns that a policy may contain; for more, a release of the list is the better way. */
export const MOST_PATTERNS = 2_000;
/** Maximum length of a single list item, in characters. */
export const LONGEST_ITEM = 500;
const LONGEST_ADDRESS = 2_000;
/** One transparent pixel, as an example of the format. */
const SMALLEST_LOGO = 'data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
const LANGUAGE_CHOICES = ['auto', ...LANGUAGES] as const;

/** Allows only web addresses without user name and password: the notice turns them into links. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname !== '';
}

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const address = () => text(LONGEST_ADDRESS).check(z.refine(isWebAddress));
const list = (most: number) => z.array(text(LONGEST_ITEM)).check(z.maxLength(most));

const fields = {
  mode: z.enum(MODES).register(keyHints, {
    kind: 'choice',
    group: 'firmness',
    choices: MODES,
    example: 'zero-tolerance',
  }),
  allowUserExemptions: z.boolean().register(keyHints, { kind: 'switch', group: 'firmness', example: false }),
  continueDelaySeconds: z
    .int()
    .check(z.minimum(0), z.maximum(600))
    .register(keyHints, { kind: 'seconds', group: 'firmness', most: 600, example: 30 }),
  organizationName: text(120).register(keyHints, {
    kind: 'text',
    group: 'organization',
    most: 120,
    example: 'Example Works',
  }),
  organizationLogo: z
    .string()
    .check(
      z.maxLength(MOST_LOGO_CHARACTERS),
      z.refine((address) => readLogo(address).ok),
    )
    .register(keyHints, {
      kind: 'image',
      group: 'organization',
      most: MOST_LOGO_CHARACTERS,
      example: SMALLEST_LOGO,
    }),
  policyStatement: text(4_000).register(keyHints, {
    kind: 'paragraph',
    group: 'organization',
    most: 4_000,
    example: 'Buying sex with our devices, on our time or on our travel is not allowed.',
  }),
  policyUrl: address().register(keyHints, {
    kind: 'url',
    group: 'organization',
    most: LONGEST_ADDRESS,
    example: 'https://intranet.example.com/policy',
  }),
  contactText: text(500).register(keyHints, {
    kind: 'text',
    group: 'organization',
    most: 500,
    example: 'People Office, extension 100',
  }),
  assistanceName: text(120).register(keyHints, {
    kind: 'text',
    group: 'organization',
    most: 120,
    example: 'Employee Assistance',
  }),
  assistancePhone: text(60)
    .check(z.regex(/^[0-9A-Za-z +().,;:/#*-]*$/), z.regex(/(?:[0-9][^0-9]*){3}/))
    .register(keyHints, { kind: 'phone', group: 'organization', most: 60, example: '+1 555 0100' }),
  assistanceUrl: address().register(keyHints, {
    kind: 'url',
    group: 'organization',
    most: LONGEST_ADDRESS,
    example: 'https://help.example.com/',
  }),
  audience: z.enum(AUDIENCES).register(keyHints, {
    kind: 'choice',
    group: 'notice',
    choices: AUDIENCES,
    example: 'workplace',
  }),
  language: z.enum(LANGUAGE_CHOICES).register(keyHints, {
    kind: 'choice',
    group: 'notice',
    choices: LANGUAGE_CHOICES,
    example: 'en',
  }),
  jurisdictions: z
    .array(z.string().check(z.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)))
    .check(z.maxLength(60))
    .register(keyHints, { kind: 'places', group: 'notice', most: 60, example: ['US-GA'] }),
  showWelcome: z.boolean().register(keyHints, { kind: 'switch', group: 'notice', example: false }),
  blockedPatterns: list(MOST_PATTERNS).register(keyHints, {
    kind: 'patterns',
    group: 'list',
    most: MOST_PATTERNS,
    example: ['listed.example', 'general.example/section/*'],
  }),
  allowedPatterns: list(MOST_PATTERNS).register(keyHints, {
    kind: 'patterns',
    group: 'list',
    most: MOST_PATTERNS,
    example: ['=research.example'],
  }),
  listTiers: z
    .array(z.enum(TIERS))
    .check(z.minLength(1))
    .register(keyHints, {
      kind: 'choices',
      group: 'list',
      choices: TIERS,
      most: TIERS.length,
      example: ['core', 'extended'],
    }),
  ...byKey(RECOGNITION_KEYS, () =>
    z.boolean().register(keyHints, { kind: 'switch', group: 'list', example: true }),
  ),
  campaignName: text(120).register(keyHints, {
    kind: 'text',
    group: 'campaign',
    most: 120,
    example: 'Example County',
  }),
  campaignText: text(300).register(keyHints, {
    kind: 'paragraph',
    group: 'campaign',
    most: 300,
    example: 'Our county stands with people who are exploited.',
  }),
  campaignUrl: address().register(keyHints, {
    kind: 'url',
    group: 'campaign',
    most: LONGEST_ADDRESS,
    example: 'https://county.example.org/',
  }),
  campaignFrom: z.iso.date().register(keyHints, { kind: 'date', group: 'campaign', example: '2027-01-01' }),
  campaignUntil: z.iso.date().register(keyHints, { kind: 'date', group: 'campaign', example: '2027-01-31' }),
};

/** Every managed key, all optional; the values are checked strictly. */
export const managedPolicy = z.partial(z.object(fields));

export type ManagedKey = keyof typeof fields;

/** The keys, in the order of form and documentation. */
export const MANAGED_KEYS = Object.keys(fields) as ManagedKey[];

/** A policy as an administrator writes it in a configuration: plain JSON. */
export type PolicyText = z.output<typeof managedPolicy>;

/** @returns the strict schema of one key's value. */
export function schemaOf(key: ManagedKey): (typeof fields)[ManagedKey] {
  return fields[key];
}

/** @returns what the form, the table and the messages need to know about a key. */
export function hintOf(key: ManagedKey): KeyHint {
  const hint = keyHints.get(fields[key]);
  if (!hint) throw new Error(`The managed key "${key}" has no hint`);
  return hint;
}
