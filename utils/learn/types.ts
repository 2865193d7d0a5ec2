/** The shape of the learn page's outline: sections made of blocks, each of which names its words and its sources. */
import type sources from '../../data/learn/sources.json';
import type { Topic } from '../notice/help-kinds.ts';
import type { SurfaceKey } from '../words/surfaces.ts';

/** The surfaces that contain sections; `learn` itself contains the page's own words. */
export type LearnSurface =
  | 'learn-cards'
  | 'learn-employers'
  | 'learn-myths'
  | 'learn-parents'
  | 'learn-pledge'
  | 'learn-policy'
  | 'learn-programs'
  | 'learn-questions'
  | 'learn-recognize'
  | 'learn-think'
  | 'learn-training';

/** One of `data/learn/sources.json`, or a claim of `data/claims/` such as `claim:age-02`. */
export type SourceId = keyof typeof sources | `claim:${string}`;

export interface LearnSource {
  title: string;
  publisher: string;
  year: number;
  url: string;
  /** `YYYY-MM-DD`: the day the source was last read. */
  checked: string;
  checkAgain: string;
  /** Read in another party's copy or quotation, not in the original. */
  secondHand?: true;
}

/** A key of the section's words, alone or with the sources for its sentence. */
export type Sourced<K> = K | { text: K; sources: readonly SourceId[] };

/** The topics for which a section may offer helplines. */
export type HelpTopic = Exclude<Topic, 'sells-sex'>;

export type PolicyName = 'organization' | 'assistance' | 'contact' | 'owner';

export interface QuizQuestion<K> {
  question: K;
  options: readonly K[];
  /** Index of the right option. */
  right: number;
  why: K;
}

export type Block<K> =
  | { kind: 'heading'; text: K }
  | { kind: 'text'; text: Sourced<K>; tone?: 'note' }
  /** A sentence to say aloud, set large. */
  | { kind: 'say'; text: K }
  | { kind: 'list'; items: readonly Sourced<K>[]; tone?: 'do' | 'dont' | 'ordered' }
  /** The reviewed signs of `data/learn/signs.json` about anyone or about a minor. */
  | { kind: 'signs'; about: 'anyone' | 'minor' }
  | { kind: 'steps'; items: readonly { text: K; link: K; to: string }[] }
  | { kind: 'questions'; pairs: readonly { question: K; answer: Sourced<K> }[] }
  /** Prompts to answer in writing, on the screen or on paper. */
  | { kind: 'write'; prompts: readonly K[]; lines: number }
  /** Helplines of the reader's country, filled at run time; at most `limit` of each sort. */
  | { kind: 'help'; topics: readonly HelpTopic[]; limit: number }
  | {
      kind: 'findings';
      labels: { what: K; known: K; unknown: K };
      items: readonly { name: K; what: K; known: Sourced<K>; unknown: Sourced<K> }[];
    }
  | { kind: 'figures'; items: readonly { figure: K; verdict: K; why: Sourced<K> }[] }
  | {
      kind: 'policy';
      /** The heading above the fields for the names; not printed. */
      heading: K;
      fields: readonly { name: PolicyName; label: K }[];
      versions: readonly { id: string; title: K; paragraphs: readonly K[]; sign?: readonly K[] }[];
    }
  | { kind: 'training'; cards: readonly { title: K; text: Sourced<K> }[] }
  | { kind: 'quiz'; questions: readonly QuizQuestion<K>[] }
  /** Lines for a name, a date, a signature. */
  | { kind: 'sign'; fields: readonly K[] };

export const GROUPS = ['everyone', 'home', 'work', 'roles', 'community'] as const;
export type Group = (typeof GROUPS)[number];

/** What an author of a section writes; `K` is the type of its surface's keys. */
export interface SectionOutline<K> {
  /** The part of the address after `#`. */
  id: string;
  group: Group;
  title: K;
  lead: K;
  blocks: readonly Block<K>[];
}

/** A section as the page uses it. The compiler checked its keys in the section's own file. */
export interface LearnSection extends SectionOutline<string> {
  surface: LearnSurface;
}

/**
 * @param surface - the words file that contains the section's keys.
 * @param outline - the section; a key that is not in the file is a type error.
 * @returns the section with its surface, ready for the page.
 */
export function section<S extends LearnSurface>(
  surface: S,
  outline: SectionOutline<SurfaceKey<S> & string>,
): LearnSection {
  return { ...outline, surface };
}
