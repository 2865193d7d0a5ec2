/** What the browser at hand can do, decided at build time. */
import type { Platform } from './desired.ts';

export const platform: Platform = {
  dotted: import.meta.env.FIREFOX,
  carriesAddress: !import.meta.env.SAFARI,
  initiators: !import.meta.env.SAFARI,
  tabIds: !import.meta.env.SAFARI,
  plainExpressions: import.meta.env.SAFARI,
};
