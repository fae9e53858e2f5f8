/** The smallest files of each kind that a reader would recognise. */
export const pdf = Buffer.from(
  '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');
export const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000000050001a5f645400000000049454e44ae426082',
  'hex',
);
/** CMS SignedData in DER with a length of two bytes. */
export const signedDocument = Buffer.concat([Buffer.from('3082011006092a864886f70d010702a0820101', 'hex'), Buffer.alloc(257, 0x30)]);

/** What base64 of such a file looks like between its lines (RFC 7468). */
export const pem = (bytes: Buffer, label: string) =>
  Buffer.from(`-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`);

/** A compound file (the container of .doc, .xls, .msg) whose directory names one stream. */
export function compoundFile(stream: string): Buffer {
  const bytes = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  const directory = 512 * 3; // the third sector after the header
  bytes.write('Root Entry', directory, 'utf16le');
  bytes.write(stream, directory + 128, 'utf16le');
  return bytes;
}

/** A word-processing document in an archive whose entries are stored without compression. */
export const docx = archive({
  '_rels/.rels': '<Relationships/>',
  'word/document.xml': '<w:document/>',
  '[Content_Types].xml':
    '<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
});

/** A sheet with a Word document in it. */
export const xlsx = archive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', 'xl/embeddings/a.docx': docx });

function archive(entries: Record<string, string | Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(entries)) {
    const content = Buffer.from(given as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), content]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, where, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
