declare module '*.css?inline' {
  /** Vite gives a style sheet as a text. */
  const text: string;
  export default text;
}
