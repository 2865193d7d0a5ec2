/** Lists the sections of the options page in their order, in groups, each with its icon. */
import type { AnyIconName } from '../icon/page-icon.tsx';
import type { OptionsPage } from './options-page.ts';
import type { NavGroup } from './section-nav.tsx';

type Key = Parameters<OptionsPage['words']>[0];

interface Group {
  title: Key;
  /** The section's id, which is also the key of its heading, and its icon. */
  sections: readonly (readonly [Key, AnyIconName])[];
}

const GROUPS: readonly Group[] = [
  {
    title: 'groupActs',
    sections: [
      ['protection', 'mark'],
      ['place', 'place'],
    ],
  },
  {
    title: 'groupCovers',
    sections: [
      ['list', 'list'],
      ['own', 'add'],
      ['exemptions', 'open'],
    ],
  },
  {
    title: 'groupYours',
    sections: [
      ['messages', 'text'],
      ['pin', 'forced-or-controlled'],
      ['promise', 'clock'],
    ],
  },
  {
    title: 'groupUpkeep',
    sections: [
      ['backup', 'keep'],
      ['status', 'pulse'],
      ['about', 'about'],
    ],
  },
];

/** @returns the groups in the reader's language. */
export function sectionGroups(words: OptionsPage['words']): NavGroup[] {
  return GROUPS.map(({ title, sections }) => ({
    title: words(title),
    sections: sections.map(([id, icon]) => ({ id, title: words(id), icon })),
  }));
}
