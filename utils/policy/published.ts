/** What the worker lays out for the pages to read by themselves, so that a notice never waits for the worker. Holds settings and policy, never a visit. */
import { browser } from 'wxt/browser';
import type { Place } from '../notice/types.ts';
import { effective } from './layers.ts';
import type { Effective } from './types.ts';

export interface Published {
  effective: Effective;
  place: Place;
  /** Where `Leave this page` goes. */
  neutralPage: string;
}

const KEY = 'published';

/** Called by the worker alone. */
export async function writePublished(published: Published): Promise<void> {
  await browser.storage.local.set({ [KEY]: published });
}

/** @returns what the worker wrote last; before it ever did, the defaults of an installation nobody has set up. */
export async function readPublished(): Promise<Published> {
  const held = (await browser.storage.local.get(KEY))[KEY] as Published | undefined;
  return held ?? { effective: nothingKnown(), place: NOWHERE, neutralPage: 'about:blank' };
}

const NOWHERE: Place = { country: null, region: null, from: 'unknown' };

function nothingKnown(): Effective {
  const policy = { policy: {}, issues: [], arrived: [] };
  return effective({ policy, settings: {}, installType: 'other', policyKnown: false });
}
