/** Who sent a message, as the browser says; the sender cannot choose it. */

/** The part of `runtime.MessageSender` that counts. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}
