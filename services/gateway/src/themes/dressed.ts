import type { Look } from './themes.js';

/** A page of ours with the colours of a body from its first byte: by a stylesheet, as the content security policy has it. */
export const dressed = (page: string, look: Look | null): string =>
  look === null
    ? page
    : page
        .replace('</head>', () => `<link rel="stylesheet" href="${look.body.stylesheet}"></head>`)
        .replace(/(<meta name="theme-color" content=")[^"]*/, (_whole, before: string) => before + look.primaryColour);
