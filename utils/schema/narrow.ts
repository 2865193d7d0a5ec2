/**
 * Implements the part of `zod/mini` that the worker uses, in a tenth of its size: it returns yes or no and the value, without an error
 * report. The build replaces zod with it in the worker only (`scripts/build/narrow-schema-plugin.ts`); a test compares it with zod.
 */

/** The value that was read, or null if it was refused. */
type Read = { value: unknown } | null;
type Test = (value: never) => boolean;
type Shape = Record<string, Schema>;

class Schema {
  readonly read: (value: unknown) => Read;
  readonly isOptional: boolean;
  shape: Shape = {};

  constructor(read: (value: unknown) => Read, isOptional = false) {
    this.read = read;
    this.isOptional = isOptional;
  }

  check(...tests: Test[]): Schema {
    return new Schema((value) => {
      const read = this.read(value);
      return read && tests.every((test) => test(read.value as never)) ? read : null;
    }, this.isOptional);
  }

  register<Hint>(registry: Map<Schema, Hint>, hint: Hint): this {
    registry.set(this, hint);
    return this;
  }

  safeParse(value: unknown): { success: boolean; data?: unknown } {
    const read = this.read(value);
    return read ? { success: true, data: read.value } : { success: false };
  }
}

const kind = (is: (value: unknown) => boolean) => new Schema((value) => (is(value) ? { value } : null));

export const string = () => kind((value) => typeof value === 'string');
export const boolean = () => kind((value) => typeof value === 'boolean');
export const number = () => kind(Number.isFinite);
export const int = () => kind(Number.isSafeInteger);
export const literal = (wanted: unknown) => kind((value) => value === wanted);
const oneOf = (choices: readonly unknown[]) => kind((value) => choices.includes(value));

export { oneOf as enum };

export const iso = {
  date: () =>
    string().check(
      (text: string) =>
        /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text,
    ),
};

export const optional = (inner: Schema) =>
  new Schema((value) => (value === undefined ? { value } : inner.read(value)), true);
export const nullable = (inner: Schema) =>
  new Schema((value) => (value === null ? { value } : inner.read(value)), inner.isOptional);
export const union = (several: readonly Schema[]) =>
  new Schema((value) => several.reduce<Read>((found, one) => found ?? one.read(value), null));

export const array = (item: Schema) =>
  new Schema((value) => {
    if (!Array.isArray(value)) return null;
    const read = Array.from(value, (one) => item.read(one));
    return read.every((one) => one !== null) ? { value: read.map((one) => one.value) } : null;
  });

/** Reads an object as zod does: unknown fields are dropped, or refused if it is strict. */
function record(shape: Shape, strict: boolean): Schema {
  const schema = new Schema((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    for (const key in value) if (strict && !Object.hasOwn(shape, key)) return null;
    const found: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(shape)) {
      if (!(key in value)) {
        if (one.isOptional) continue;
        return null;
      }
      const read = one.read((value as Record<string, unknown>)[key]);
      if (!read) return null;
      found[key] = read.value;
    }
    return { value: found };
  });
  schema.shape = shape;
  // Remembered for `partial`, which must not turn a strict object into a lenient one.
  if (strict) stricts.add(schema);
  return schema;
}

const stricts = new WeakSet<Schema>();

export const object = (shape: Shape) => record(shape, false);
export const strictObject = (shape: Shape) => record(shape, true);
export const partial = (schema: Schema) =>
  record(
    Object.fromEntries(Object.entries(schema.shape).map(([key, one]) => [key, optional(one)])),
    stricts.has(schema),
  );

/** The length in code points for texts, as zod counts them; the number of items for lists. */
const size = (value: string | readonly unknown[], most: number) =>
  typeof value === 'string' && value.length > most ? [...value].length : value.length;

export const maxLength = (most: number) => (value: string | readonly unknown[]) => size(value, most) <= most;
export const minLength = (least: number) => (value: string | readonly unknown[]) => size(value, 0) >= least;
export const gte = (least: number) => (value: number) => value >= least;
export const lte = (most: number) => (value: number) => value <= most;
export { gte as minimum, lte as maximum };
export const regex = (pattern: RegExp) => (value: string) => pattern.test(value);
export const refine = (test: (value: never) => boolean) => test;
export const registry = <Hint>() => new Map<Schema, Hint>();

/** @returns the value. Throws if it does not fit; the error does not say why. */
export function parse(schema: Schema, value: unknown): unknown {
  const read = schema.read(value);
  if (!read) throw new Error('The message does not have the form it should have');
  return read.value;
}
