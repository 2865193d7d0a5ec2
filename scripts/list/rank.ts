/** Ranks names from other lists by how safely they can be added, family by family. */
import { hasFirmEvidence } from './evidence.ts';
import type { Sources } from './schema.ts';

/** A name, and the codes of the lists that contain it. */
export interface Candidate {
  host: string;
  sources: string[];
}

/** Names that differ only by suffix, number and hyphen. One decision is made for all of them. */
export interface Family {
  family: string;
  /** The higher, the safer. Only the order has a meaning. */
  score: number;
  language: string;
  /** The label contains a word of the trade. */
  plain: boolean;
  hosts: Candidate[];
}

/** Words of the trade, by language. The first that matches decides the language. */
const TRADE_WORDS: readonly [language: string, words: RegExp][] = [
  ['ru', /prostitut(?:k|ok)|individualk|putank|shlyuh|dosug/],
  ['de', /huren|nutten|bordell(?!o)|laufhaus|rotlicht/],
  ['nl', /hoeren|bordeel|prive-?ontvang|thuisontvang|seksadres/],
  ['pt', /acompanhante|garotas?-?de-?programa/],
  ['es', /kinesiologa|prepagos|mileroticos/],
  ['it', /annunci-?(?:trans|escort|girl|erot|sex)|bakeca|incontri-?(?:trans|escort)/],
  ['hu', /szexpartner|rosszlany|videkilany/],
  ['pl', /odloty|roksa|garsonier/],
  ['el', /ierodoul|bourdel/],
  ['vi', /gai-?goi|checkerviet/],
  ['ja', /fuzoku|deriheru|delihel/],
  ['tr', /eskort|escort-?(?:bayan|lar|go|bul|manken)/],
  ['en', /escort|call-?girl|brothel|sexguide|punting|backpage|rubmaps|(?:erotic|nuru)-?massage/],
];

/** @returns families, the safest first. Names of the same family stay together, in their order. */
export function rankFamilies(candidates: readonly Candidate[], sources: Sources): Family[] {
  const families = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const family = familyOf(candidate.host);
    families.set(family, [...(families.get(family) ?? []), candidate]);
  }
  return [...families]
    .map(([family, hosts]) => {
      const language = TRADE_WORDS.find(([, words]) => words.test(family))?.[0] ?? 'unknown';
      const plain = language !== 'unknown';
      const agreement = Math.max(...hosts.map((host) => host.sources.length));
      const firm = hosts.some((host) => hasFirmEvidence(host.sources, sources));
      const score = agreement + (firm ? 3 : 0) + (plain ? 4 : 0) + Math.min(hosts.length - 1, 3);
      return { family, score, language, plain, hosts: hosts.sort((a, b) => (a.host < b.host ? -1 : 1)) };
    })
    .sort((a, b) => b.score - a.score || (a.family < b.family ? -1 : 1));
}

/** `www.london-escorts24.co.uk` and `londonescort.net` belong to one family: `londonescort`. */
function familyOf(host: string): string {
  const labels = host.split('.');
  const label = labels.slice(0, -1).sort((a, b) => b.length - a.length)[0] ?? host;
  return label.replace(/[-0-9]/g, '').replace(/(escort|callgirl|brothel|masseuse)s/g, '$1') || label;
}
