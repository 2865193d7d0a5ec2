/** The object that Stryker's instrumented code reads, and in which it counts. */
export interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const world = globalThis as { __stryker__?: Switches };
world.__stryker__ ??= {};
/** The switches of this worker. */
export const switches: Switches = world.__stryker__;
