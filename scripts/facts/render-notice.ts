/** Renders, without a browser, what a notice says about one place's law in one language: for review and for snapshots. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chooseContent, type Material } from '../../utils/notice/choose-content.ts';
import { joinClaims } from '../../utils/notice/claims-join.ts';
import { claimFile, claimSentences } from '../../utils/notice/claims-schema.ts';
import type { Claim, ClaimFacts } from '../../utils/notice/claims-types.ts';
import { lawMaterial, minorMessage } from '../../utils/notice/law.ts';
import type { Law } from '../../utils/notice/law-types.ts';
import { type LawInFull, lawInFull } from '../../utils/notice/law-view.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import type { Language } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';
import { readLaws } from './read-data.ts';

export interface RenderedNotice {
  /** The heading of its variant. */
  headline: string;
  /** The notice as an adult sees it for the first time on their own device. */
  notice: NoticeContent;
  /** "What the law says here"; null if the entry is blocked. */
  full: LawInFull | null;
  /** The entry's own sentence on minors. */
  minors: string | null;
}

const CLAIMS = new URL('../../data/claims/', import.meta.url);

/** @returns every claim in a language, in the order of the files and then as written there. */
export function readClaims(language: Language): Claim[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, CLAIMS), 'utf8'));
  return readdirSync(CLAIMS)
    .filter((name) => name.endsWith('.json') && existsSync(new URL(`${language}/${name}`, CLAIMS)))
    .sort()
    .flatMap((name) =>
      joinClaims(
        claimFile.parse(read(name)) as ClaimFacts[],
        claimSentences.parse(read(`${language}/${name}`)),
      ),
    );
}

/** @returns a function that renders entries in one language as of one day. */
export function noticeRenderer(language: Language, today: string) {
  const claims = readClaims(language);
  const federal = readLaws(language).find(({ code }) => code === 'US');
  if (!federal) throw new Error('data/law/US.json is missing');
  return (law: Law): RenderedNotice => {
    const moment = { language, today };
    const notice = readWords('notice', language);
    const material: Material = {
      ...lawMaterial(law, law.showFederalMinor ? federal : null, moment),
      claims,
      words: readWords('messages', language),
    };
    const [country = null, region] = law.code.split('-');
    const content = chooseContent(
      {
        audience: 'personal',
        mode: 'educate',
        place: { country, region: region ? law.code : null, from: 'user' },
        ...moment,
        organization: {},
        campaign: null,
        reason: '',
        trustedAdult: '',
        messageHistory: [],
        random: 0,
      },
      material,
    );
    return {
      headline: notice(`headline${content.variant}`),
      notice: content,
      full: lawInFull(law, federal, { ...moment, words: readWords('law', language) }),
      minors: minorMessage(law, moment)?.text ?? null,
    };
  };
}

/** @returns the law of a rendered notice as plain lines, for a snapshot that a reviewer reads. Claims have their own tests. */
export function noticeLines(law: Law, { notice, full, minors }: RenderedNotice): string[] {
  const { main, alongside } = notice;
  const lines = [
    `=== ${law.code} ${full?.place ?? law.name}`,
    ...[main, ...(alongside ? [alongside] : [])].map(({ theme, id, text }) =>
      id.startsWith('law') ? `  ${text}` : `  (no law: a message on "${theme}")`,
    ),
    ...(minors ? [`  (minors) ${minors}`] : []),
    `  source: ${main.id.startsWith('law') && main.citation ? `${main.citation.title}, ${main.citation.url ?? 'no address'}` : 'none'}`,
  ];
  if (!full) return [...lines, '--- nothing of the law is shown'];
  lines.push(`--- ${full.title}`, ...full.summary.map((text) => `  ${text}`));
  for (const { id, heading, offences, points } of full.sections) {
    lines.push(`  ${heading}`);
    if (id === 'federal') lines.push('    (as in the entry US)');
    else
      for (const { name, citation, rows } of offences) {
        lines.push(`    ${name}${citation ? ` [${citation}]` : ''}`);
        lines.push(...rows.map(({ label, value }) => `      ${label}: ${value}`));
      }
    lines.push(
      ...points.map(
        ({ label, value, citation }) => `    ${label}: ${value}${citation ? ` [${citation}]` : ''}`,
      ),
    );
  }
  if (full.official) lines.push(`  ${full.official.label} ${full.official.title}, ${full.official.url}`);
  lines.push(...full.remarks.map((text) => `  ${text}`), `  [${full.readIn.label}]`);
  return [...lines, ...full.readIn.remarks.map((text) => `    ${text}`)];
}
