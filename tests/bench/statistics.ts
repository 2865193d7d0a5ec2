/** Computes medians, quartiles and the interval of a paired ratio. */

export interface Summary {
  count: number;
  median: number;
  /** First and third quartile. */
  low: number;
  high: number;
}

/** Measurements of one thing compared with another, taken in turn. */
export interface Pairs {
  ours: number[];
  beside: number[];
}

const RESAMPLES = 2_000;

/** @returns the value below which a share of the sorted samples lies, interpolated. Throws without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('There are no samples');
  return below + (above - below) * (place - Math.floor(place));
}

export function summarise(samples: readonly number[]): Summary {
  return {
    count: samples.length,
    median: quantile(samples, 0.5),
    low: quantile(samples, 0.25),
    high: quantile(samples, 0.75),
  };
}

/**
 * @returns the median of the ratios within each pair, with its 95 % interval by bootstrap (percentile method, Efron 1979).
 *   Other load on the machine that lasts longer than a pair affects both sides and cancels out.
 */
export function pairedRatio({ ours, beside }: Pairs): Summary {
  const ratios = ours.map((value, index) => value / (beside[index] ?? Number.NaN));
  const random = seeded(20_261_121);
  const medians = Array.from({ length: RESAMPLES }, () =>
    quantile(
      ratios.map(() => ratios[Math.floor(random() * ratios.length)] as number),
      0.5,
    ),
  );
  return {
    count: ratios.length,
    median: quantile(ratios, 0.5),
    low: quantile(medians, 0.025),
    high: quantile(medians, 0.975),
  };
}

/** Mulberry32. With a fixed seed, the same samples give the same interval. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
