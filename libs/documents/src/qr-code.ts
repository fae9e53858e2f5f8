import { toSVG } from 'bwip-js/node';

export interface QrCode {
  /** How wide it is, in modules, without the white around it: readers want four of them on each side. */
  modules: number;
  /** The dark modules as the data of an SVG path, to be filled by the even-odd rule. */
  path: string;
}

/** @throws Error when it cannot be drawn */
export function qrCode(text: string): QrCode {
  const svg = toSVG({ bcid: 'qrcode', text, scale: 1, mask: 1 } as Parameters<typeof toSVG>[0]);
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const path = / d="([^"]+)"/.exec(svg)?.[1];
  if (!path) throw new Error('The QR code could not be drawn');
  return { modules, path };
}
