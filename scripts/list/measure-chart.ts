/** Draws the recall by language as an SVG that is readable on a light and a dark background. */
import { languageRows, percent, type Row } from './measure-table.ts';

const WIDTH = 760;
const LEFT = 168;
const RIGHT = 130;
const TOP = 92;
const STEP = 30;
const BAR = 16;

/** Colors with a contrast of at least 3:1 to their background (WCAG 2.2, 1.4.11), and 4.5:1 for text. */
const STYLE = `
    .ground { fill: #ffffff; } .text { fill: #1d2733; } .quiet { fill: #52606d; }
    .track { fill: #e7ebef; } .all { fill: #6c9bd2; } .rules { fill: #1f4e8c; } .before { stroke: #b3261e; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #161b22; } .text { fill: #e6edf3; } .quiet { fill: #9aa7b4; }
      .track { fill: #2a323c; } .all { fill: #3f73b5; } .rules { fill: #a9cdf5; } .before { stroke: #ff9d92; }
    }
    text { font: 14px system-ui, sans-serif; } .title { font-size: 16px; font-weight: 600; }`;

/** @param before - what the marks mean, such as "list of 2026-11-28". @returns a whole SVG file. */
export function chart(rows: readonly Row[], before: string): string {
  const languages = languageRows(rows);
  const span = WIDTH - LEFT - RIGHT;
  const height = TOP + languages.length * STEP + 14;
  const bars = languages.map((row, index) => {
    const y = TOP + index * STEP;
    const share = row.now.covered / row.now.total;
    const byName = (row.now.byName ?? 0) / row.now.total;
    const earlier = row.before && row.before.covered / row.before.total;
    const x = (at: number) => round(LEFT + at * span);
    return [
      `  <text class="text" x="${LEFT - 12}" y="${y + 13}" text-anchor="end">${row.title}</text>`,
      `  <rect class="track" x="${LEFT}" y="${y}" width="${span}" height="${BAR}" rx="2"/>`,
      `  <rect class="all" x="${LEFT}" y="${y}" width="${round(share * span)}" height="${BAR}" rx="2"/>`,
      `  <rect class="rules" x="${LEFT}" y="${y + 5}" width="${round(byName * span)}" height="${BAR - 10}"/>`,
      ...(earlier === null
        ? []
        : [
            `  <line class="before" x1="${x(earlier)}" x2="${x(earlier)}" y1="${y - 4}" y2="${y + BAR + 4}" stroke-width="2.5"/>`,
          ]),
      `  <text class="text" x="${WIDTH - RIGHT + 12}" y="${y + 13}">${percent(share)}<tspan class="quiet" dx="6">of ${row.now.total}</tspan></text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
  <title id="title">Families of sites that are covered, by language: ${languages.map(tooltip).join('; ')}.</title>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>
  <text class="text title" x="24" y="34">Families of sites that are covered, by language</text>
${legend(before)}
${bars.join('\n')}
</svg>
`;
}

function tooltip({ title, now }: Row): string {
  return `${title} ${percent(now.covered / now.total)}, by rules alone ${percent((now.byName ?? 0) / now.total)}`;
}

function legend(before: string): string {
  const y = 62;
  return `  <rect class="all" x="24" y="${y - 11}" width="18" height="14" rx="2"/>
  <text class="quiet" x="50" y="${y}">covered</text>
  <rect class="rules" x="132" y="${y - 7}" width="18" height="6"/>
  <text class="quiet" x="158" y="${y}">by name rules alone</text>
  <line class="before" x1="318" x2="318" y1="${y - 13}" y2="${y + 4}" stroke-width="2.5"/>
  <text class="quiet" x="328" y="${y}">${before}</text>`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
