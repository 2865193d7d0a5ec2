/** Computes the state in force: settings and policy as layers, what is recognized under them, and where a covered page leads. */
import compiledList from 'virtual:compiled-list';
import { noticePath } from '../notice/notice-address.ts';
import type { Recognition } from '../pattern/match.ts';
import type { Place } from '../place/place.ts';
import { resolvePlace } from '../place/resolve-place.ts';
import type { ConfigSnapshot } from '../policy/config-snapshot.ts';
import { effective } from '../policy/layers.ts';
import { policyInForce } from '../policy/managed-policy-state.ts';
import type { EffectiveConfig } from '../policy/types.ts';
import { validatePolicy } from '../policy/validate.ts';
import { userLayer } from '../settings/layer.ts';
import { choicesOf, type Settings } from '../settings/schema.ts';
import { pickLanguage } from '../words/pick-language.ts';
import { platform } from './platform.ts';
import { readManagedPolicyState } from './policy/managed-policy-store.ts';
import { readInstallType } from './policy/read-managed.ts';
import { type Platform, recognitionOf } from './rules/target-rules.ts';
import { settingsStore } from './settings/browser-store.ts';

export interface GuardState extends ConfigSnapshot {
  recognition: Recognition;
  platform: Platform;
  /** The notice's path with country and language, such as `/notice/US.DE-IN.en.html#GA`. */
  noticePath: string;
}

let current: Promise<GuardState> | null = null;

/** @returns the state; computed once until something changes. Waits for storage, never for the managed policy, which may come seconds late. */
export function currentState(): Promise<GuardState> {
  if (!current) {
    current = computeState();
    // The next call reads again what this one could not read.
    current.catch(forgetState);
  }
  return current;
}

/** Discards the state after settings or policy have changed. The next call computes it again. */
export function forgetState(): void {
  current = null;
}

async function computeState(): Promise<GuardState> {
  const { settings } = await settingsStore.load();
  const layers = await effectiveWith(settings);
  const place = placeOf(layers, settings);
  const language = layers.language.value === 'auto' ? null : layers.language.value;
  return {
    effective: layers,
    recognition: recognitionOf(layers, compiledList),
    platform,
    place,
    noticePath: noticePath({
      place,
      language,
      browserLanguage: pickLanguage('auto', navigator.languages),
      audience: layers.audience.value,
    }),
    neutralPage: choicesOf(settings.chosen).neutralPage,
  };
}

/** @returns the effective config with these settings and the policy in force. */
export async function effectiveWith(settings: Settings): Promise<EffectiveConfig> {
  const [policyState, installType] = await Promise.all([readManagedPolicyState(), readInstallType()]);
  const { raw, known } = policyInForce(policyState, Date.now());
  const policy = validatePolicy(raw ?? {});
  return effective({ policy, settings: userLayer(settings), installType, policyKnown: known });
}

/** @returns the policy's places, narrowed by the person's choice; else that choice; else the country as guessed from the device. */
function placeOf({ jurisdictions }: EffectiveConfig, settings: Settings): Place {
  const { region, country } = choicesOf(settings.chosen);
  return resolvePlace({
    jurisdictions: jurisdictions.from === 'policy' ? jurisdictions.value : [],
    chosen: region || country || null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locales: navigator.languages,
  });
}
