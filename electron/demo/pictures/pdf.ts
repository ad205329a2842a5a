export type PdfPage = { jpeg: Uint8Array; width: number; height: number };

const A4_LONG = 841.89;

/**
 * A PDF whose pages are pictures, as scanners make them (ISO 32000-1). The longer side of a page is that of A4. The
 * title stands as UTF-16 in the document's information.
 */
export function pdfOf(pages: readonly PdfPage[], title: string, created: string): Uint8Array {
  const objects: Uint8Array[][] = [];
  const firstPage = 4;
  const kids = pages.map((_, index) => `${firstPage + index * 3} 0 R`).join(' ');
  objects.push(
    [ascii('<< /Type /Catalog /Pages 2 0 R >>')],
    [ascii(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)],
    [
      ascii(
        `<< /Title <${utf16(title)}> /Producer (scanner) /CreationDate (D:${created.replaceAll('-', '')}090000+08'00') >>`,
      ),
    ],
  );
  pages.forEach(({ jpeg, width, height }, index) => {
    const scale = A4_LONG / Math.max(width, height);
    const [wide, high] = [(width * scale).toFixed(2), (height * scale).toFixed(2)];
    const number = firstPage + index * 3;
    const content = ascii(`q ${wide} 0 0 ${high} 0 0 cm /Page Do Q`);
    objects.push(
      [
        ascii(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${number + 1} 0 R /Resources << /XObject << /Page ${number + 2} 0 R >> >> >>`,
        ),
      ],
      [ascii(`<< /Length ${content.length} >>\nstream\n`), content, ascii('\nendstream')],
      [
        ascii(
          `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
        ),
        jpeg,
        ascii('\nendstream'),
      ],
    );
  });
  return assembled(objects);
}

function assembled(objects: readonly Uint8Array[][]): Uint8Array {
  const parts: Uint8Array[] = [ascii('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const offset = length;
    for (const part of [ascii(`${index + 1} 0 obj\n`), ...body, ascii('\nendobj\n')]) {
      parts.push(part);
      length += part.length;
    }
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    ascii(
      `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Big-endian with its mark, in hexadecimal. */
function utf16(text: string): string {
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return hex.toUpperCase();
}
