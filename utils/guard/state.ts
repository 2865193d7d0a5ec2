/** The state in force: settings and policy as layers, what is recognised under them, and where a covered page leads. */
import compiledList from 'virtual:compiled-list';
import { browser } from 'wxt/browser';
import { noticePath } from '../notice/notice-address.ts';
import type { Place } from '../notice/types.ts';
import type { Recognition } from '../pattern/match.ts';
import { inForce } from '../policy/arrival.ts';
import { effective } from '../policy/layers.ts';
import { readInstallType } from '../policy/read-managed.ts';
import type { Effective } from '../policy/types.ts';
import { validatePolicy } from '../policy/validate.ts';
import { settingsStore } from '../settings/browser-store.ts';
import { userLayer } from '../settings/layer.ts';
import { choicesOf, type Settings } from '../settings/schema.ts';
import { type Platform, recognitionOf } from './desired.ts';
import { platform } from './platform.ts';
import { readArrival } from './policy-memory.ts';

export interface GuardState {
  effective: Effective;
  recognition: Recognition;
  platform: Platform;
  place: Place;
  /** The notice's path with country and language, such as `/notice.html?c=US&l=en`. */
  noticePath: string;
  /** Where `Leave this page` goes. */
  neutralPage: string;
}

let current: Promise<GuardState> | null = null;

/** @returns the state; computed once until something changes. Waits for storage, never for the managed policy, which may come seconds late. */
export function currentState(): Promise<GuardState> {
  current ??= computeState();
  return current;
}

/** Settings or policy have changed: the next call computes anew. */
export function forgetState(): void {
  current = null;
}

async function computeState(): Promise<GuardState> {
  const { settings } = await settingsStore.load();
  const layers = await effectiveWith(settings);
  const [code] = layers.jurisdictions.value;
  const place: Place = {
    country: code?.slice(0, 2) ?? null,
    region: code?.includes('-') ? code : null,
    from: 'user',
  };
  const language = layers.language.value === 'auto' ? null : layers.language.value;
  return {
    effective: layers,
    recognition: recognitionOf(layers, compiledList),
    platform,
    place,
    noticePath: noticePath({ country: place.country, language }),
    neutralPage: choicesOf(settings.chosen).neutralPage,
  };
}

/** @returns what the layers come to with these settings and the policy in force. */
export async function effectiveWith(settings: Settings): Promise<Effective> {
  const [arrival, installType] = await Promise.all([readArrival(), readInstallType()]);
  const { raw, known } = inForce(arrival, Date.now());
  return effective({
    policy: validatePolicy(raw ?? {}),
    settings: userLayer(settings),
    installType,
    policyKnown: known,
  });
}

/** What the pages read by themselves, so that a notice never waits for the worker. */
export interface Published {
  effective: Effective;
  neutralPage: string;
  noticePath: string;
}

const KEY = 'published';

/** Writes what the pages read. Holds settings and policy, never a visit. */
export async function publish({ effective, neutralPage, noticePath }: GuardState): Promise<void> {
  await browser.storage.local.set({ [KEY]: { effective, neutralPage, noticePath } satisfies Published });
}
