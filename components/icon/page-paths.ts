/** Icons of the pages around the notice, besides those that the notice contains. */

/** Drawn like the others: two units thick in a 24-unit box. */
export const PAGE_ICON_PATHS = {
  work: 'M3 8h18v11H3zM9 8V5h6v3M3 13h18',
  stop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  list: 'M4 6v0M8 6h12M4 12v0M8 12h12M4 18v0M8 18h12',
  add: 'M12 5v14M5 12h14',
  open: 'M3 12h11M10 8l4 4-4 4M14 4h6v16h-6',
  keep: 'M12 4v10M8 10l4 4 4-4M4 17v3h16v-3',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  about: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8v0',
  window: 'M3 5h18v14H3zM3 9h18M6 7v0',
  world: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-4 5-4 13 0 18M12 3c4 5 4 13 0 18',
  decides: 'M4 20l4-1L19 8l-3-3L5 16zM13.5 7.5l3 3',
} as const;

export type PageIconName = keyof typeof PAGE_ICON_PATHS;
