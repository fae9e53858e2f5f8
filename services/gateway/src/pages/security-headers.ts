/** One policy for every page: nothing inline, nothing from elsewhere, no evaluation of text. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  // A PDF in its place in a page: see `drawnInPlace`.
  "frame-src 'self'",
].join('; ');

/** Of a file that our own pages may frame: it loads nothing, and is drawn by the browser's own reader, apart from the page. */
export const drawnInPlace = "default-src 'none'; frame-ancestors 'self'";

export const securityHeaders: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
