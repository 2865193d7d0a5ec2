/** Defines the shape of every line in `data/list`. The files are checked with it when they are read. */
import { z } from 'zod';
import { ENGINE_TABS, type ListEntries, STATUSES } from '../../utils/pattern/entry.ts';
import { POSITIONS } from '../../utils/pattern/host-regex.ts';
import { SITE_KINDS, TIERS } from '../../utils/pattern/types.ts';

const date = z.iso.date();
const sentence = z.string().min(8);
const source = z.string().regex(/^(?:[A-Z][A-Z0-9]*|https?:\/\/\S+|(?:press|record|own): .{8,})$/, {
  error: 'a source is a code from sources.json, an address, or "press: …", "record: …", "own: …"',
});

const provenanced = {
  tier: z.enum(TIERS),
  sources: z.array(source),
  added: date,
  reviewed: date,
  note: sentence.exactOptional(),
};

const site = { kind: z.enum(SITE_KINDS), status: z.enum(STATUSES) };
const proof = { examples: z.array(z.string()).min(1), counterExamples: z.array(z.string()) };
const section = {
  section: z.string().regex(/^[a-z0-9-]+$/),
  regex: z.string().startsWith('/'),
};

const host = z.strictObject({ host: z.string(), ...site, ...provenanced });

const path = z.strictObject({ host: z.string(), ...section, ...site, ...provenanced, ...proof });

const suffixes = z.array(z.string().regex(/^[a-z]+$/)).min(1);

const brand = z
  .strictObject({
    label: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    under: suffixes.exactOptional(),
    notUnder: suffixes.exactOptional(),
    section: section.section.exactOptional(),
    regex: section.regex.exactOptional(),
    ...site,
    ...provenanced,
    ...proof,
  })
  .refine((entry) => (entry.section === undefined) === (entry.regex === undefined), {
    error: '"section" and "regex" belong together',
  })
  .refine((entry) => entry.under === undefined || entry.section === undefined, {
    error: 'a brand is limited by "under" or by a section, not by both',
  });

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const words = {
  lead: z.string().min(1).exactOptional(),
  any: z.array(z.string().min(1)).min(1),
  tail: z.string().min(1).exactOptional(),
};

const publicSuffixes = z.array(z.string().regex(/^[a-z]+(?:\.[a-z]+)?$/)).min(1);

const name = z
  .strictObject({
    id,
    at: z.enum([...POSITIONS, 'section']),
    ...words,
    any: z.array(z.string().min(1)),
    places: z.array(z.string()).min(1).exactOptional(),
    cut: z.literal(true).exactOptional(),
    notEnding: z
      .array(z.string().regex(/^[a-z]+$/))
      .min(1)
      .exactOptional(),
    under: publicSuffixes.exactOptional(),
    reason: sentence,
    ...provenanced,
    ...proof,
  })
  .refine((entry) => entry.any.length > 0 || entry.places !== undefined, {
    error: '"any" or "places" is needed',
  })
  .refine(
    (entry) => entry.cut === undefined || ['start', 'opening', 'inside', 'anywhere'].includes(entry.at),
    {
      error: '"cut" needs a position that lets anything follow',
    },
  );

const placeName = z.string().regex(/^(?=[^|]*\|?[^|]*$)[a-z]+(?:(?: |\| ?)[a-z]+)*\|?$/, {
  error:
    'a place is written in lower-case letters of ASCII, with a space where a hyphen may be and at most one bar where it may be cut',
});
const places = z.strictObject({
  id,
  title: sentence,
  names: z.array(placeName).min(1),
  sources: z.array(source),
  added: date,
  reviewed: date,
});

const exclusion = z.strictObject({
  id,
  at: z.enum([...POSITIONS, 'host', 'carried']),
  ...words,
  under: publicSuffixes.exactOptional(),
  reason: sentence,
  examples: z.array(z.string()).min(1),
  added: date,
  reviewed: date,
});

const wrapper = z
  .strictObject({
    host: z.string(),
    anySuffix: z.literal(true).exactOptional(),
    target: z.enum(['host-dashes', 'path', 'query', 'whole-query']),
    key: z.string().min(1).exactOptional(),
    path: z
      .string()
      .regex(/^\/[a-z/]*$/)
      .exactOptional(),
    ...provenanced,
    examples: z.array(z.strictObject({ address: z.string(), inside: z.string() })).min(1),
    counterExamples: z.array(z.string()),
  })
  .refine((entry) => !['path', 'query'].includes(entry.target) || entry.key !== undefined, {
    error: '"key" says where in the path or query the address is',
  })
  .refine((entry) => entry.path === undefined || entry.target.endsWith('query'), {
    error: '"path" is for addresses in a query; for one in a path, "key" says where',
  });

const phrases = z
  .array(
    z.string().regex(/^[ ^]?(?:[^{}^A-Z]|\{[^{}^A-Z]*\})+$/, {
      error: 'a phrase is lower-case words; {one,other} stands for one of several, * for anything',
    }),
  )
  .min(1);
const reviewedOn = { added: date, reviewed: date };
const beginning = z.string().startsWith('/');
const withWords = z.array(z.string().includes('WORDS')).min(1);

const engine = z.strictObject({
  id,
  name: z.string().min(1),
  hosts: z.array(z.string()).min(1),
  paths: z.array(beginning).min(1),
  keys: z.array(z.string().regex(/^[a-z]+$/)).min(1),
  inPage: z.enum(['query', 'none']),
  fragments: z
    .array(z.string().regex(/^[a-z0-9.-]+\/[^?#]*$/))
    .min(1)
    .exactOptional(),
  services: z.array(z.string()),
  links: z.array(beginning),
  sources: z.array(source).min(1),
  examples: withWords,
  tabs: z.partialRecord(z.enum(ENGINE_TABS), withWords).exactOptional(),
  counterExamples: withWords,
  ...reviewedOn,
});

const search = z.strictObject({
  id,
  language: z.string().regex(/^(?:any|[a-z]{2})$/),
  any: phrases,
  tells: phrases,
  reason: sentence,
  examples: z.array(z.string()).min(1),
  counterExamples: z.array(z.string()).min(1),
  ...reviewedOn,
});

const searchExclusion = z.strictObject({
  id,
  any: phrases,
  reason: sentence,
  examples: z.array(z.string()).min(1),
  ...reviewedOn,
});

/** One schema for each kind of file in `data/list`. */
export const LINE_SCHEMAS = {
  hosts: host,
  paths: path,
  brands: brand,
  names: name,
  places,
  exclusions: exclusion,
  wrappers: wrapper,
  engines: engine,
  searches: search,
  searchExclusions: searchExclusion,
} satisfies Record<keyof ListEntries, z.ZodType>;

/** A host or name that was reviewed and is not listed, with the reason. */
export const refusedSchema = z.strictObject({
  host: z.string(),
  reason: z.enum([
    'general-site',
    'out-of-scope',
    'discussion-or-news',
    'not-unmistakable',
    'single-weak-source',
    'unverified',
    'taken-over',
    'closed',
  ]),
  note: sentence,
  reviewed: date,
});
export type Refused = z.infer<typeof refusedSchema>;

/** A source of evidence: what it is, how it may be used, and how much it is trusted. */
export const sourceSchema = z.strictObject({
  title: sentence,
  date: z.string(),
  licence: z.string(),
  judgement: sentence,
  /** `list` gathers names itself; `aggregate` merges others' lists; `record` is research or a public body. */
  standing: z.enum(['list', 'aggregate', 'record', 'project', 'none']),
  /** Whether this may be the only source of an entry: not for share-alike and non-commercial works, nor for hearsay. */
  alone: z.boolean(),
  /** Sources whose names may have been copied into this one. The two do not count as independent. */
  mayCopy: z.array(z.string()),
});
type Source = z.infer<typeof sourceSchema>;
export type Sources = Record<string, Source>;
