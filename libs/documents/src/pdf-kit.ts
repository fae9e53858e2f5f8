import { type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { drawable, fonts } from './fonts.js';

/** What the PDF writer does and its published types do not know. */
declare global {
  namespace PDFKit {
    interface PDFOutline {
      addItem(title: string, options: { pageNumber: number; top: number }): PDFOutline;
    }
    namespace Mixins {
      interface PDFFont {
        registerFont(name: string, font: Font): this;
      }
      interface StructureElementOptions {
        /** Left, top, right, bottom, in points from the top left corner. */
        bbox?: [number, number, number, number];
        placement?: 'Block' | 'Inline';
        scope?: 'Row' | 'Column';
      }
      interface PDFAnnotation {
        /** `Contents` is an object because a plain string would be written as a PDF name. */
        link(x: number, y: number, w: number, h: number, url: string, options: LinkOptions): this;
      }
      interface LinkOptions {
        Contents: InstanceType<typeof globalThis.String>;
        structParent: PDFStructureElement;
      }
    }
  }
}

export interface DocumentFacts {
  title: string;
  author: string;
  subject: string;
  language: 'it' | 'en';
  /** Stands for the moment of writing, so that the same input gives the same bytes whenever it is asked for. */
  createdAt: Date;
}

/** An empty A4 document that says it is PDF/A-2a, with the fonts of the platform. */
export class ArchivalDocument extends PDFDocument {
  constructor({ title, author, subject, language, createdAt }: DocumentFacts) {
    const clean = (text: string) => drawable(text).replaceAll('\n', ' ');
    super({
      size: 'A4',
      margin: 0,
      font: '', // else it prepares Helvetica, which PDF/A does not allow without embedding
      autoFirstPage: false,
      bufferPages: true,
      // Not deflated: its result differs between processors and versions of zlib, and a receipt must have the same hash everywhere.
      compress: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: language === 'it' ? 'it-IT' : 'en-GB',
      displayTitle: true,
      info: {
        Title: clean(title),
        Author: clean(author),
        Subject: clean(subject),
        CreationDate: new Date(createdAt),
        Creator: 'Sportello',
        Producer: 'Sportello',
      },
    });
    for (const [name, font] of Object.entries(fonts)) this.registerFont(name, font);
  }

  /** Ends it. It comes in thousands of small pieces, for each of which `for await` would wait a turn. */
  bytes(): Promise<Buffer> {
    return new Promise((give, fail) => {
      const parts: Buffer[] = [];
      this.on('data', (part: Buffer) => parts.push(part));
      this.once('error', fail);
      this.once('end', () => give(Buffer.concat(parts)));
      this.end();
    });
  }

  /** The writer puts these into XML as they are. */
  override endMetadata(): void {
    const xml = (text = '') => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const { Title, Author, Subject } = this.info;
    this.info = { ...this.info, Title: xml(Title), Author: xml(Author), Subject: xml(Subject) };
    super.endMetadata();
  }
}
