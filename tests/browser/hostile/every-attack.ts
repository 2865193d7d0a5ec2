/** Lists all attacks, in the order of the table in `docs/security.md`. */
import type { Attack } from './attack.ts';
import { documentAttacks } from './document-attacks.ts';
import { scriptAttacks } from './script-attacks.ts';
import { styleAttacks } from './style-attacks.ts';
import { topLayerAttacks } from './top-layer-attacks.ts';

export const everyAttack: readonly Attack[] = [
  ...documentAttacks,
  ...styleAttacks,
  ...topLayerAttacks,
  ...scriptAttacks,
];
