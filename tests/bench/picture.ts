/** Draws ratios as one SVG: a bar with its interval for each, and a line at 1. */
import { escapeHtml } from '../../scripts/escape-html.ts';
import type { Summary } from './statistics.ts';

export interface Bar {
  label: string;
  ratio: Summary;
}

const [WIDTH, LEFT, ROW, RIGHT] = [760, 300, 30, 70];

/** @param title - above the bars. @returns the text of an SVG file that is readable on light and dark backgrounds. */
export function drawRatios(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1.5, ...bars.map(({ ratio }) => ratio.high)) * 1.02;
  const x = (value: number) => LEFT + (Math.min(value, most) / most) * (WIDTH - LEFT - RIGHT);
  const height = 60 + bars.length * ROW;
  const rows = bars.map(({ label, ratio }, index) => {
    const y = 46 + index * ROW;
    return `<text x="${LEFT - 10}" y="${y + 14}" text-anchor="end">${escapeHtml(label)}</text>
<rect x="${LEFT}" y="${y}" width="${(x(ratio.median) - LEFT).toFixed(1)}" height="18" fill="#5b9bb8"/>
<path d="M${x(ratio.low).toFixed(1)} ${y + 9}H${x(ratio.high).toFixed(1)}" stroke="#c2410c" stroke-width="2"/>
<text x="${(x(Math.max(ratio.high, ratio.median)) + 6).toFixed(1)}" y="${y + 14}">${ratio.median.toFixed(2)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#6b7280" role="img" aria-label="${escapeHtml(title)}">
<text x="10" y="22" font-size="15">${escapeHtml(title)}</text>
${rows.join('\n')}
<path d="M${x(1).toFixed(1)} 36V${height - 14}" stroke="#6b7280" stroke-dasharray="4 3"/>
</svg>
`;
}
