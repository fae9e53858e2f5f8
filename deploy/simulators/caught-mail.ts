export interface Attachment {
  filename: string;
  size: number;
  contentType: string;
  sha256: string;
}

export interface CaughtMail {
  /** Counts from 1; stands in the address of the mail's page. */
  number: number;
  from: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: Attachment[];
  receivedAt: string;
}
