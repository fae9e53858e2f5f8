/** Once a form has been drawn with its mistakes, the keyboard goes on at the first of them. */
export const goToFirstMistake = (form: Element | null): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};
