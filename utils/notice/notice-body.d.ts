declare module 'virtual:notice-body' {
  /** What is between the body tags of the notice's static HTML, in every language and for every country; a `TrustedHTML` where the browser has them. */
  const body: string;
  export default body;
}
