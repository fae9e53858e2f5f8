import type { KeyboardEvent } from 'react';

/** Ctrl or ⌘ with Enter sends what is being written. */
export const isSendKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (ctrlKey || metaKey);
