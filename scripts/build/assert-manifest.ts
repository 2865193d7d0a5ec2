/** Stops a build whose manifest requests more than the last release did. */
import { keptManifest, lastRelease } from '../release/kept-releases.ts';
import { manifestGrowth } from './manifest-growth.ts';

/** What may grow after release 0.1.0, with the reason for each. No browser and no store asks people to accept these. */
const ACCEPTED: readonly RegExp[] = [
  // Firefox opens telephone numbers in a hidden frame (`components/contact/keep-page.ts`). These schemes cannot frame a page.
  /^content_security_policy: frame-src (tel|sms):$/,
  // An organization's logo is a picture inside its policy, whose bytes the extension checks. It causes no request.
  /^content_security_policy: img-src data:$/,
  // The pages of the notice for each place, and the style sheets inside them.
  /^content_security_policy: style-src 'sha256-[\w+/]{43}='$/,
  /^web_accessible_resources: notice\/\*\.html for <all_urls>( at a fixed address)?$/,
];

/** @returns one line for each thing that the manifest requests beyond the last release, except what is accepted. */
export function askedInAddition(target: string, made: object): string[] {
  return manifestGrowth(keptManifest(lastRelease(), target), { ...made }).filter(
    (line) => !ACCEPTED.some((accepted) => accepted.test(line)),
  );
}

/**
 * Throws, and so ends the build, if the manifest requests more than the last release did.
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
