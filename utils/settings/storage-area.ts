/** The little of a storage area that the settings store needs, so that tests can pass a faulty one. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}
