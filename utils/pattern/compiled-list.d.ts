/** The compiled list, made by `scripts/build/list-plugin.ts`. */
declare module 'virtual:compiled-list' {
  const list: import('./types.ts').CompiledList;
  export default list;
}
