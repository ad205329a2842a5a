import { crc32 } from 'node:zlib';

/**
 * A plain zip of parts, not packed. A workbook whose parts were proved is put together anew before a library reads it, so
 * that what was proved and what is read cannot be two things.
 */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(NAMES_ARE_UTF8, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    pieces.push(Buffer.from('PK\u0003\u0004'), fields, nameBytes, bytes);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const directoryLength = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(offset, 16);
  const zip = new Uint8Array(offset + directoryLength + end.length);
  let at = 0;
  for (const piece of [...pieces, ...directory, end]) {
    zip.set(piece, at);
    at += piece.length;
  }
  return zip;
}

const NAMES_ARE_UTF8 = 0x0800;
