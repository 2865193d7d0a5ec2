/** Checks that a build requests no more than the last release did. */
import { keptManifest, lastRelease } from '../release/kept-releases.ts';
import { manifestGrowth } from './manifest-growth.ts';

/** What may grow after release 0.1.0, each with its reason; neither a browser nor a store asks anybody about it. */
const ACCEPTED: readonly RegExp[] = [
  // Firefox opens telephone numbers in a hidden frame (`components/contact/keep-page.ts`); no page can be framed by these schemes.
  /^content_security_policy: frame-src (tel|sms):$/,
  // An organization's logo is a picture inside its policy, checked by its bytes: no request is made for it.
  /^content_security_policy: img-src data:$/,
  // The pages of the notice that are made for each place, and the style sheets that they carry in themselves.
  /^content_security_policy: style-src 'sha256-[\w+/]{43}='$/,
  /^web_accessible_resources: notice\/\*\.html for <all_urls>( at a fixed address)?$/,
];

/** @returns what the manifest requests beyond the last release, without what was accepted; one line each. */
export function askedInAddition(target: string, made: object): string[] {
  return manifestGrowth(keptManifest(lastRelease(), target), { ...made }).filter(
    (line) => !ACCEPTED.some((accepted) => accepted.test(line)),
  );
}

/**
 * Throws, and so ends the build, if the manifest requests more.
 *
 * @param target - `chrome`, `edge`, `firefox` or `safari`.
 * @param made - the manifest as it will be written.
 */
export function assertManifest(target: string, made: object): void {
  const more = askedInAddition(target, made);
  if (more.length > 0)
    throw new Error(
      `The manifest for ${target} asks for more than release ${lastRelease()}:\n${more.join('\n')}`,
    );
}
