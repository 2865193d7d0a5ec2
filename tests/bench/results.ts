/** What a run of the bench measured, part by part. */
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
  /** Why there is nothing, or nothing newer. */
  failed?: string;
}

export interface Results {
  /** Machine and browsers: what one has to know to compare. */
  circumstances: string[];
  /** By part. */
  measured: Record<string, Measured>;
  notice: Record<string, NoticeTimes>;
  workerStart: WorkerStart | null;
  unlisted: UnlistedCost | null;
  /** Load of an engine's results: searches recognized, and not. */
  engines: Pairs | null;
  memory: Memory | null;
  packages: Record<string, PackageSize>;
  growth: Grown[];
  peers: Beside[];
}
