/** Picks one message from many: first a theme by weight, then that theme's message that has not been shown for the longest time. */
import type { Message, Theme } from './types.ts';

export type Weights = Partial<Record<Theme, number>>;

/**
 * @param messages - the candidates.
 * @param weights - by theme; a theme without a weight is never picked.
 * @param shown - ids shown last, newest first.
 * @param random - in [0, 1).
 * @returns one message, or null if no candidate has a weight.
 */
export function pickMessage(
  messages: readonly Message[],
  weights: Weights,
  shown: readonly string[],
  random: number,
): Message | null {
  const themes = [...new Set(messages.map((message) => message.theme))].filter(
    (theme) => (weights[theme] ?? 0) > 0,
  );
  const total = themes.reduce((sum, theme) => sum + (weights[theme] ?? 0), 0);
  let rest = random * total;
  for (const theme of themes) {
    const weight = weights[theme] ?? 0;
    if (rest < weight || theme === themes.at(-1)) {
      const ofTheme = messages.filter((message) => message.theme === theme);
      return longestAgo(ofTheme, shown, Math.min(rest / weight, 1 - Number.EPSILON));
    }
    rest -= weight;
  }
  return null;
}

/** Prefers messages that were never shown, of which `random` picks one; else returns the one shown longest ago. */
function longestAgo(messages: readonly Message[], shown: readonly string[], random: number): Message | null {
  const fresh = messages.filter((message) => !shown.includes(message.id));
  if (fresh.length > 0) return fresh[Math.floor(random * fresh.length)] ?? null;
  const byAge = [...messages].sort((one, other) => shown.indexOf(other.id) - shown.indexOf(one.id));
  return byAge[0] ?? null;
}
