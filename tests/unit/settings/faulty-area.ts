/** A storage area that fails at a chosen await point, before, during or after a write. */
import type { StorageArea } from '../../../utils/settings/store.ts';

export type Death = 'before' | 'half' | 'after';

/** Thrown where the process would have been killed. */
class Killed extends Error {}

export class FaultyArea implements StorageArea {
  items = new Map<string, unknown>();
  calls = 0;
  killAt = Number.POSITIVE_INFINITY;
  death: Death = 'before';

  async get(keys: string[]): Promise<Record<string, unknown>> {
    this.#step('before');
    const found = keys.filter((key) => this.items.has(key)).map((key) => [key, this.items.get(key)]);
    this.#end();
    return structuredClone(Object.fromEntries(found));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.#step('before');
    if (this.#dying('half')) {
      for (const [key, value] of Object.entries(items)) this.items.set(key, halfOf(value));
      throw new Killed();
    }
    for (const [key, value] of Object.entries(structuredClone(items))) this.items.set(key, value);
    this.#end();
  }

  #dying(death: Death): boolean {
    return this.calls > this.killAt || (this.calls === this.killAt && this.death === death);
  }

  #step(death: Death): void {
    this.calls += 1;
    if (this.#dying(death)) throw new Killed();
  }

  #end(): void {
    if (this.#dying('after')) throw new Killed();
  }
}

function halfOf(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, value.length / 2);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' ? inner.slice(0, inner.length / 2) : inner,
    ]),
  );
}
