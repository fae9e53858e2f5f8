import { toBuffer, toSVG } from 'bwip-js/node';

/** A code to be read by a camera. */
export interface CodeImage {
  /** How wide it is, in units of its path, without the white around it: readers of QR codes want four modules of it on each side. */
  modules: number;
  /** The dark modules as the data of an SVG path, to be filled by the even-odd rule. */
  path: string;
}

/** @throws Error when it cannot be drawn */
export const qrCode = (text: string): CodeImage => symbolOf({ bcid: 'qrcode', text, scale: 1, mask: 1 });

/** The same as a picture, with the white around it that readers want, for mails. */
export const qrCodePicture = (text: string): Promise<Buffer> =>
  toBuffer({ bcid: 'qrcode', text, scale: 5, padding: 4, backgroundcolor: 'FFFFFF' });

/** The QR code of a payment notice: version 4, level M, whatever its text. Source: pagoPA, technical specification (SANP) */
export const noticeQrCode = (text: string): CodeImage =>
  symbolOf({ bcid: 'qrcode', text, scale: 1, mask: 1, version: 4, eclevel: 'M', fixedeclevel: true });

export const dataMatrix = (text: string): CodeImage => symbolOf({ bcid: 'datamatrix', text, scale: 1 });

function symbolOf(options: object): CodeImage {
  const svg = toSVG(options as Parameters<typeof toSVG>[0]);
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const path = / d="([^"]+)"/.exec(svg)?.[1];
  if (!path) throw new Error('The code could not be drawn');
  return { modules, path };
}
