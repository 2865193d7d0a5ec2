/** How large a logo is drawn into a policy. Pure; the page does the drawing. */
import { MOST_LOGO_BYTES, readLogo } from '../policy/logo.ts';

/** The notice shows it at half of this at most, so that it is sharp on every screen. */
export const LOGO_BOX = { width: 320, height: 88 };

/** The ways to draw it, best first: the first that fits into a policy is taken. */
export const LOGO_TRIES = [
  { scale: 1, type: 'image/png', quality: 1 },
  { scale: 1, type: 'image/webp', quality: 0.9 },
  { scale: 0.75, type: 'image/webp', quality: 0.8 },
  { scale: 0.5, type: 'image/webp', quality: 0.7 },
] as const;

/** @returns width and height in whole pixels that fit into the box; never larger than the picture is. */
export function logoSize(width: number, height: number, scale: number): { width: number; height: number } {
  const factor = Math.min(1, LOGO_BOX.width / width, LOGO_BOX.height / height) * scale;
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

/** @returns the data address if a policy takes it, else null. Browsers that cannot write WebP give a PNG, which is as good. */
export function asLogo(address: string): string | null {
  return readLogo(address).ok ? address : null;
}

/** In kilobytes, for a message. */
export const MOST_LOGO_KILOBYTES = MOST_LOGO_BYTES / 1_024;
