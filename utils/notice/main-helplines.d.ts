/** The type of the virtual module with the banner's help lines, which the build makes of all countries' helplines. */
declare module 'virtual:main-helplines' {
  const helplines: import('./banner-line.ts').BannerLines;
  export default helplines;
}
