declare module 'virtual:help-strips' {
  const strips: import('./banner-line.ts').BannerLines;
  export default strips;
}
