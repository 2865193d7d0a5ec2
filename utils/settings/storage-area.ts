/** The little of a storage area that the settings store needs, so that tests can hand it a faulty one. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}
