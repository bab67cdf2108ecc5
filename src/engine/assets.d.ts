/** The address of a file that the build gzips. */
declare module '*?gzip' {
  const url: string;
  export default url;
}
