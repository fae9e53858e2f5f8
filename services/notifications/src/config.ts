import { BaseUrl, CommonConfig } from '@sportello/service/config';
import { z } from 'zod';

export const Config = z.object({
  /** `smtp://user:password@host:port`, or `smtps:` when the connection is encrypted from its first byte. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  /** The From of every mail, as `Sportello <no-reply@example.it>`. */
  MAIL_FROM: z.string().regex(/@[A-Za-z0-9.-]+>?$/, 'want an address, with or without a name before it'),
  /** The address that people type: links in mails begin with it. */
  PUBLIC_URL: BaseUrl,
  BODY_URLS: CommonConfig.shape.BODY_URLS,
  /** Where the PDFs are that go with a receipt: `file:` or `s3:`. */
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/ }),
  /** True where mails say that they come from a laboratory. */
  LABORATORY: CommonConfig.shape.LABORATORY,
});
export type Config = z.infer<typeof Config>;
