declare module 'virtual:operations' {
  /** Subject of a contract → method and path under `/api/v1`. */
  export const operations: Readonly<Record<string, string>>;
}

declare module '*.svg?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the form of an asset module of the bundler
  export default address;
}

declare module 'virtual:form-of/*' {
  /** The input of a contract, by which a form of settings is drawn. */
  export const schema: import('./settings/fields.js').Schema;
}
