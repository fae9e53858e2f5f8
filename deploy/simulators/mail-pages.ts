import type { CaughtMail } from './caught-mail.ts';

const style = `
  body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #17324d; background: #fff }
  a { color: #0066cc } a:focus-visible { outline: 3px solid #ff9900; outline-offset: 2px }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #5a768a; vertical-align: top }
  dt { font-weight: 600 } dd { margin: 0 0 .5rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f2f7fc; padding: 1rem }
  iframe { width: 100%; height: 40rem; border: 1px solid #5a768a }`;

/** The list of mails, newest first. */
export function listPage(mails: CaughtMail[]): string {
  const rows = mails.map(
    ({ number, to, subject, receivedAt, attachments }) => `
      <tr>
        <td><a href="/mails/${number}">${escapeHtml(subject || '(no subject)')}</a></td>
        <td>${escapeHtml(to.join(', '))}</td>
        <td>${attachments.length || ''}</td>
        <td><time datetime="${receivedAt}">${receivedAt.replace('T', ' ').slice(0, 19)} UTC</time></td>
      </tr>`,
  );
  const table = `
    <table>
      <caption>The newest come first</caption>
      <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Attachments</th><th scope="col">Received</th></tr></thead>
      <tbody>${rows.join('')}</tbody>
    </table>`;
  return wholePage(
    'Caught mails',
    mails.length > 0 ? table : '<p>No mail has arrived yet. Whatever Sportello sends on this machine ends here and goes nowhere else.</p>',
  );
}

/** One mail with its text, its HTML in a frame where nothing can run, and its attachments. */
export function mailPage({ number, from, to, subject, messageId, text, html, attachments, receivedAt }: CaughtMail): string {
  const list = attachments.map(
    ({ filename, size, contentType, sha256 }, index) =>
      `<li><a href="/mails/${number}/attachments/${index}">${escapeHtml(filename)}</a>, ${escapeHtml(contentType)}, ${size} bytes, SHA-256 <code>${sha256}</code></li>`,
  );
  return wholePage(
    subject || '(no subject)',
    `
    <p><a href="/">All mails</a></p>
    <dl>
      <dt>From</dt><dd>${escapeHtml(from)}</dd>
      <dt>To</dt><dd>${escapeHtml(to.join(', '))}</dd>
      <dt>Received</dt><dd><time datetime="${receivedAt}">${receivedAt}</time></dd>
      <dt>Message id</dt><dd>${escapeHtml(messageId)}</dd>
    </dl>
    <h2>Text</h2>
    <pre>${escapeHtml(text)}</pre>
    ${html ? `<h2>HTML</h2>\n<iframe title="The mail as HTML" sandbox src="/mails/${number}/html"></iframe>` : ''}
    ${list.length > 0 ? `<h2>Attachments</h2>\n<ul>${list.join('')}</ul>` : ''}`,
  );
}

function wholePage(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} - Sportello mail catcher</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${main}</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
