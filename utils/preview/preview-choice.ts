/** Defines what can be chosen in the preview, and makes the snapshot that a device with these choices would have. */
import type { Place } from '../place/place.ts';
import { resolvePlace } from '../place/resolve-place.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import type { Audience, Mode } from '../policy/modes.ts';
import type { Campaign, EffectiveConfig } from '../policy/types.ts';
import type { Language } from '../words/languages.ts';

export interface PreviewChoice {
  /** ISO 3166-1 code; empty if no place is known. */
  country: string;
  /** ISO 3166-2 code; empty if none is chosen. */
  region: string;
  audience: Audience;
  mode: Mode;
  /** Whether the notice is shown as over a search, with its words on the sheet. */
  searches: boolean;
  language: Language;
  /** The day the notice is shown on, `YYYY-MM-DD`. */
  today: string;
  organizationName: string;
  policyStatement: string;
  reason: string;
  trustedAdult: string;
  campaignName: string;
  campaignText: string;
}

/** @returns the choice that shows what is in force; `today` and `language` are the reader's. */
export function choiceOf(
  { effective, place }: ConfigSnapshot,
  language: Language,
  today: string,
): PreviewChoice {
  const { organization, campaign } = effective;
  return {
    country: place.country ?? '',
    region: place.region ?? '',
    audience: effective.audience.value,
    mode: effective.mode.value,
    searches: effective.recognizeSearches.value,
    language,
    today,
    organizationName: organization.name ?? '',
    policyStatement: organization.statement ?? '',
    reason: effective.reason,
    trustedAdult: effective.trustedAdult,
    campaignName: campaign?.name ?? '',
    campaignText: campaign?.text ?? '',
  };
}

/**
 * @param base - what is in force, or what a policy would put in force; it decides everything that cannot be chosen.
 * @returns what the worker would store for the notice. Nothing is written anywhere.
 */
export function snapshotFor(choice: PreviewChoice, base: ConfigSnapshot): ConfigSnapshot {
  const { name: _name, statement: _statement, ...organization } = base.effective.organization;
  const effective: EffectiveConfig = {
    ...base.effective,
    managed: base.effective.managed || choice.organizationName.trim() !== '',
    policyKnown: true,
    mode: { ...base.effective.mode, value: choice.mode },
    recognizeSearches: { ...base.effective.recognizeSearches, value: choice.searches },
    audience: { ...base.effective.audience, value: choice.audience },
    language: { ...base.effective.language, value: choice.language },
    organization: {
      ...organization,
      ...(choice.organizationName.trim() && { name: choice.organizationName.trim() }),
      ...(choice.policyStatement.trim() && { statement: choice.policyStatement.trim() }),
    },
    campaign: campaignFor(choice, base.effective.campaign),
    reason: choice.reason.trim(),
    trustedAdult: choice.trustedAdult.trim(),
  };
  return { effective, place: placeFor(choice, base.place), neutralPage: base.neutralPage };
}

function campaignFor(choice: PreviewChoice, base: Campaign | null): Campaign | null {
  const name = choice.campaignName.trim();
  const text = choice.campaignText.trim();
  // A campaign needs both, as in a policy.
  return name && text ? { ...base, name, text } : null;
}

/**
 * A place that was not changed keeps its origin: a guess is shown as a guess. If a policy offers several places, the choice here
 * counts as the choice that a reader of the notice would make among them.
 */
function placeFor({ country, region }: PreviewChoice, base: Place): Place {
  const same = country === (base.country ?? '') && region === (base.region ?? '');
  if (base.offered) {
    if (same) return base;
    const reader = { chosen: region || country || null, timeZone: '', locales: [] };
    const { unknownCodes: _codes, ...place } = resolvePlace({ jurisdictions: base.offered, ...reader });
    return place;
  }
  if (!country) return { country: null, region: null, from: 'unknown' };
  const from = same ? base.from : base.from === 'policy' ? 'policy' : 'user';
  return { country, region: region || null, from };
}
