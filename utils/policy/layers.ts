/** Lays policy over the user's settings over the defaults, and says of every value which layer decided it. */
import { parseCustomPatterns } from '../pattern/custom-pattern.ts';
import { TIERS, type Tier } from '../pattern/types.ts';
import { DEFAULTS } from './defaults.ts';
import type { Campaign, EffectiveConfig, Organization, Sourced, UserLayer } from './types.ts';
import type { PolicyValues, ValidatedPolicy } from './validate.ts';

/** `management.getSelf().installType`; `admin` means that a browser policy installed the extension. */
export type InstallType = 'admin' | 'development' | 'normal' | 'sideload' | 'other';

export interface LayerInput {
  policy: ValidatedPolicy;
  settings: UserLayer;
  installType: InstallType;
  /** See `inForce` in arrival.ts. */
  policyKnown: boolean;
}

/**
 * @returns everything that is in force, each value with its layer. Nothing is merged or written back: called again with an
 *   empty policy it gives the user's own layer, unchanged.
 *
 * Managed (any key arrived, or an administrator installed the extension) without a usable mode, or with any error in the
 * policy, is zero tolerance. Where a managed policy is silent the user may make detection wider, never narrower.
 */
export function effective({ policy, settings, installType, policyKnown }: LayerInput): EffectiveConfig {
  const values = policy.policy;
  const managed = policy.arrived.length > 0 || installType === 'admin';
  const blocked = parseCustomPatterns(settings.blockedPatterns ?? []);
  const exempt = parseCustomPatterns(settings.exemptions ?? []);
  const allowUserExemptions = pick(values.allowUserExemptions, undefined, !managed);

  return {
    managed,
    policyKnown,
    arrived: policy.arrived,
    mode: managed ? managedMode(policy) : pick(undefined, settings.mode, DEFAULTS.mode),
    audience: pick(
      values.audience,
      settings.audience,
      managed ? DEFAULTS.managedAudience : DEFAULTS.audience,
    ),
    language: pick(values.language, settings.language, DEFAULTS.language),
    jurisdictions: pick(values.jurisdictions, settings.jurisdictions, []),
    tiers: tiers(policy, settings, managed),
    recognizeNames: wider(values.recognizeNames, settings.recognizeNames, managed, DEFAULTS.recognizeNames),
    recognizeWrappers: wider(
      values.recognizeWrappers,
      settings.recognizeWrappers,
      managed,
      DEFAULTS.recognizeWrappers,
    ),
    recognizeSearches: wider(
      values.recognizeSearches,
      settings.recognizeSearches,
      managed,
      DEFAULTS.recognizeSearches,
    ),
    allowUserExemptions,
    continueDelaySeconds: delay(values, settings, managed),
    showWelcome: pick(values.showWelcome, undefined, !managed),
    organization: organization(values),
    campaign: campaign(values),
    blocked: { policy: values.blockedPatterns ?? [], user: blocked.patterns },
    allowed: {
      policy: values.allowedPatterns ?? [],
      user: allowUserExemptions.value ? exempt.patterns : [],
    },
    writeLine: settings.writeLine ?? false,
    reason: settings.reason ?? '',
    trustedAdult: settings.trustedAdult ?? '',
    pinSet: settings.pinSet ?? false,
    issues: policy.issues,
  };
}

function pick<T>(policy: T | undefined, user: T | undefined, otherwise: T): Sourced<T> {
  if (policy !== undefined) return { value: policy, from: 'policy' };
  if (user !== undefined) return { value: user, from: 'user' };
  return { value: otherwise, from: 'default' };
}

function managedMode(policy: ValidatedPolicy): EffectiveConfig['mode'] {
  const broken = policy.issues.some((issue) => issue.severity === 'error');
  if (broken || policy.policy.mode === undefined) return { value: DEFAULTS.managedMode, from: 'policy' };
  return { value: policy.policy.mode, from: 'policy' };
}

/** A managed device's user may switch recognition on, not off. */
function wider(
  policy: boolean | undefined,
  user: boolean | undefined,
  managed: boolean,
  otherwise: boolean,
): Sourced<boolean> {
  return pick(policy, managed && user === false ? undefined : user, otherwise);
}

/** A managed device's user may add tiers. A list of tiers that cannot be read in full leaves no fewer on than none would. */
function tiers(policy: ValidatedPolicy, settings: UserLayer, managed: boolean): Sourced<Tier[]> {
  const listed = policy.policy.listTiers;
  const broken = policy.issues.some((issue) => issue.key === 'listTiers' && issue.severity === 'error');
  if (!managed || (listed && !broken)) return pick(listed, settings.tiers, [...DEFAULTS.tiers]);
  const least = [...DEFAULTS.tiers, ...(listed ?? [])];
  const added = (settings.tiers ?? []).filter((tier) => !least.includes(tier));
  const value = TIERS.filter((tier) => least.includes(tier) || added.includes(tier));
  if (added.length > 0) return { value, from: 'user' };
  return { value, from: broken ? 'policy' : 'default' };
}

/** A managed device's user may wait longer, not shorter. */
function delay(values: PolicyValues, settings: UserLayer, managed: boolean): Sourced<number> {
  const user = settings.continueDelaySeconds;
  const shorter = user !== undefined && user < DEFAULTS.continueDelaySeconds;
  return pick<number>(
    values.continueDelaySeconds,
    managed && shorter ? undefined : user,
    DEFAULTS.continueDelaySeconds,
  );
}

function organization(values: PolicyValues): Organization {
  const said: Organization = {};
  if (values.organizationName) said.name = values.organizationName;
  if (values.organizationLogo) said.logo = values.organizationLogo;
  if (values.policyStatement) said.statement = values.policyStatement;
  if (values.policyUrl) said.policyUrl = values.policyUrl;
  if (values.contactText) said.contact = values.contactText;
  if (values.assistanceName) said.assistanceName = values.assistanceName;
  if (values.assistancePhone) said.assistancePhone = values.assistancePhone;
  if (values.assistanceUrl) said.assistanceUrl = values.assistanceUrl;
  return said;
}

/** A campaign needs a name and a text; the rest is optional. */
function campaign(values: PolicyValues): Campaign | null {
  if (!values.campaignName || !values.campaignText) return null;
  const shown: Campaign = { name: values.campaignName, text: values.campaignText };
  if (values.campaignUrl) shown.url = values.campaignUrl;
  if (values.campaignFrom) shown.from = values.campaignFrom;
  if (values.campaignUntil) shown.until = values.campaignUntil;
  return shown;
}
