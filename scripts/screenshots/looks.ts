/** Lists the looks in which every state is photographed. */
import type { Look } from '../browser/look.ts';
import type { Surface } from '../browser/scenes/scene.ts';

export interface NamedLook extends Look {
  name: string;
  /** Use this look only for states that show what their surface is for. */
  keyOnly?: boolean;
}

const LOOKS: readonly NamedLook[] = [
  { name: 'light', width: 1366, height: 768 },
  { name: 'dark', width: 1366, height: 768, scheme: 'dark' },
  { name: 'forced colors', width: 1280, height: 800, forced: true },
  { name: '360 px', width: 360, height: 640, touch: true },
  { name: '360 px, dark', width: 360, height: 640, touch: true, scheme: 'dark', keyOnly: true },
  { name: '200 %', width: 683, height: 384 },
  { name: '400 %', width: 320, height: 256, keyOnly: true },
  { name: 'right to left', width: 1280, height: 800, rtl: true, keyOnly: true },
];

/** The popup's size, which a browser makes as small as possible. */
export const POPUP = { width: 400, height: 560 };

/** @returns the looks for one surface. The popup is a small window; on a phone, it is a page. */
export function looksFor(surface: Surface, key: boolean): NamedLook[] {
  const looks = LOOKS.filter(({ keyOnly }) => key || !keyOnly);
  if (surface !== 'popup') return looks;
  return looks
    .filter(({ name }) => name !== '200 %' && name !== '400 %')
    .map((look) => (look.width > 1000 ? { ...look, ...POPUP } : look));
}

/** Surfaces that are photographed as a window shows them. Pages to read are photographed from top to bottom. */
export const AS_IN_WINDOW: readonly Surface[] = ['notice', 'page', 'popup'];
