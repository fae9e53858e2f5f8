export * from 'preact/compat';
export { default } from 'preact/compat';

/** React's own, which Preact does not have: the router asks for it, and uses it only for navigations that this installation does not make. */
export const useOptimistic = (value) => [value];
