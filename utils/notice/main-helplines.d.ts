declare module 'virtual:main-helplines' {
  const helplines: import('./banner-line.ts').BannerLines;
  export default helplines;
}
