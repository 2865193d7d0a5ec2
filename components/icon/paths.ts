/** The icons that the notice uses: drawn for this product, with strokes of two units in a 24-unit box. */

/** The icons show things and what happens to them: no people, no chains, no badges. */
export const ICON_PATHS = {
  // The mark: two strokes, as on a pause button.
  mark: 'M9 6v12M15 6v12',
  jail: 'M5 3h14v18H5zM9.5 3v18M14.5 3v18',
  fine: 'M3 7h18v10H3zM6 7v0M18 17v0M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  publication: 'M4 4h13v16H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2M8 8h5M8 12h5M8 16h5',
  spouse: 'M3 6h18v12H3zM3 7l9 6 9-6',
  car: 'M4 16v-4l2-5h12l2 5v4zM4 12h16M7 16v2M17 16v2',
  license: 'M3 5h18v14H3zM6.5 9.5h4v5h-4zM14 10h4M14 14h4',
  registry: 'M6 3h12v18H6zM9.5 8h5M9.5 12h5M9.5 16h3',
  class: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14',
  test: 'M12 3c4 5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2-6 6-11z',
  call: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z',
  text: 'M4 5h16v11H10l-4 4v-4H4z',
  law: 'M12 4v16M8 20h8M5 7h14M5 7l-3 6h6zM19 7l-3 6h6z',
  place: 'M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  'forced-or-controlled': 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0M12 14.5v2',
  teen: 'M3 11l9-6 9 6M6 9.5V20h12V9.5M10 20v-5h4v5',
  'wants-to-stop': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 8.5v7M14.5 8.5v7',
  'worried-about-someone':
    'M2.5 12C5 8 8.5 6 12 6s7 2 9.5 6c-2.5 4-6 6-9.5 6s-7-2-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  crisis: 'M12 20C7 16 3.5 13 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 4-3.5 7-8.5 11z',
  'sells-sex': 'M3 13a9 9 0 0 1 18 0zM12 13v5.5a2 2 0 0 0 4 0M12 3v1',
  good: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4l9 16H3zM12 10v4M12 17v0',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2',
} as const;

export type IconName = keyof typeof ICON_PATHS;
