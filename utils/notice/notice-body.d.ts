/** The type of the virtual module with the body of the notice's static HTML. */
declare module 'virtual:notice-body' {
  /** The content of the static HTML's body, in every language and for every country; a `TrustedHTML` if the browser supports it. */
  const body: string;
  export default body;
}
