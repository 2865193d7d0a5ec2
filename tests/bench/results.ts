/** Defines what a run of the bench measures, part by part. */
import type { PackageSize } from '../../scripts/build/package-size.ts';
import type { Grown } from './growth.ts';
import type { Memory } from './memory.ts';
import type { NoticeTimes } from './notice-time.ts';
import type { Beside } from './peers.ts';
import type { Pairs } from './statistics.ts';
import type { UnlistedCost } from './unlisted-cost.ts';
import type { WorkerStart } from './worker-start.ts';

/** How one part of the report was measured. */
interface Measured {
  date: string;
  seconds: number;
  /** One-minute average before and after. */
  load: [number, number];
  /** Why there are no results, or no newer ones. */
  failed?: string;
}

export interface Results {
  /** Machine and browsers: what one has to know to compare results. */
  circumstances: string[];
  /** By part. */
  measured: Record<string, Measured>;
  notice: Record<string, NoticeTimes>;
  workerStart: WorkerStart | null;
  unlisted: UnlistedCost | null;
  /** Load time of an engine's results, with and without recognizing searches. */
  engines: Pairs | null;
  memory: Memory | null;
  packages: Record<string, PackageSize>;
  growth: Grown[];
  peers: Beside[];
}
