import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspect } from '#electron/files/inspect.ts';
import type { Inspection } from '#electron/files/inspection.ts';
import { fromBytes, fromPath } from '#electron/files/source.ts';
import { bombPng, corneredPicture, phonePhoto, UPRIGHT } from './pictureFixtures.ts';
import { tiffPhoto } from './tiffFixture.ts';
import { zipOf } from './zipFixture.ts';

describe('pictures', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads what a phone wrote into a %s', async (format) => {
    const inspection = await look(await phonePhoto(format), `照片.${format}`);
    expect(inspection).toMatchObject({
      mediaType: `image/${format}`,
      kind: 'image',
      ...UPRIGHT,
      takenAt: { local: '2026-05-06T07:08:09', offset: '+08:00' },
      digitizedAt: { local: '2026-05-07T00:00:00', offset: null },
      camera: { make: 'Mengbu', model: 'Kamera 1', serial: 'SN-0815', software: 'Fixture 2' },
      problems: [],
    });
    expect(inspection.gps?.lat).toBeCloseTo(30.5928, 6);
    expect(inspection.gps?.lon).toBeCloseTo(114.3055, 6);
    expect(inspection.gps).toMatchObject({ alt: 23.5, direction: 90 });
  });

  it('reads the same out of a TIFF, below the sea too', async () => {
    const inspection = await look(tiffPhoto(), '扫描.tif');
    expect(inspection).toMatchObject({
      mediaType: 'image/tiff',
      width: 64,
      height: 40,
      takenAt: { local: '2026-05-06T07:08:09', offset: null },
      camera: { make: 'Mengbu', model: null, serial: 'SN-0815', software: null },
      problems: [],
    });
    expect(inspection.gps?.lat).toBeCloseTo(30.5928, 6);
    expect(inspection.gps?.alt).toBe(-23.5);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the upright size at orientation %i', async (orientation) => {
    const inspection = await look(await corneredPicture(orientation).jpeg().toBuffer(), 'a.jpg');
    expect(inspection).toMatchObject({ orientation, ...UPRIGHT });
  });

  it('invents no time, camera or place', async () => {
    const plain = await sharp({ create: { ...UPRIGHT, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    expect(await look(plain, 'a.jpg')).toMatchObject({
      takenAt: null,
      camera: null,
      gps: null,
      orientation: 1,
    });
  });

  it('refuses a picture by its declared size, before anything is decoded', async () => {
    expect(await look(bombPng(), 'a.png')).toMatchObject({ problems: ['PICTURE_TOO_LARGE'], width: 100_000 });
  });

  it('names a picture that is broken from the start', async () => {
    const photo = await phonePhoto('png');
    expect((await look(photo.subarray(0, 20), 'a.png')).problems).toEqual(['DAMAGED']);
  });

  it('still shows a picture whose EXIF block is garbage, and says so', async () => {
    const photo = Buffer.from(await phonePhoto('jpeg'));
    const exif = photo.indexOf('Exif\0\0');
    photo.writeUInt32BE(0xfffffff0, exif + 10);
    expect(await look(photo, 'a.jpg')).toMatchObject({
      ...UPRIGHT,
      problems: ['METADATA_DAMAGED'],
      gps: null,
    });
  });
});

describe('content decides, not the name', () => {
  it('keeps an empty file and says it is empty', async () => {
    expect(await look(new Uint8Array(), 'a.jpg')).toMatchObject({ kind: 'other', problems: ['EMPTY'] });
  });

  it('finds a video that is text', async () => {
    const inspection = await look(Buffer.from('这不是录像。\n'), '录像.mp4');
    expect(inspection).toMatchObject({
      mediaType: 'text/plain',
      kind: 'text',
      problems: ['NAME_CONTRADICTS_CONTENT'],
    });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', 'image/svg+xml'],
    [
      '<?xml version="1.0"?><!-- a --><!DOCTYPE svg [<!ENTITY a "b">]>\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
      'image/svg+xml',
    ],
    ['<!DOCTYPE html><svg></svg>', 'text/html'],
    ['<?xml version="1.0"?><a><svg/></a>', 'application/xml'],
    ['序号,姓名\n1,张三\n', 'text/plain'],
    ['junk before\n%PDF-1.7\n', 'application/pdf'],
  ])('%j is %s', async (content, mediaType) => {
    expect((await look(Buffer.from(content), 'x')).mediaType).toBe(mediaType);
  });

  it.each([
    ['utf-8 without a mark', Buffer.from('机密文件')],
    ['utf-8 with a mark', Buffer.from('\ufeff机密文件')],
    ['utf-16', Buffer.from('\ufeff机密文件', 'utf16le')],
    ['GB 18030', Buffer.from([0xbb, 0xfa, 0xc3, 0xdc, 0xce, 0xc4, 0xbc, 0xfe])],
  ])('reads text in %s', async (_, bytes) => {
    expect(await look(bytes, 'a.txt')).toMatchObject({ mediaType: 'text/plain', firstPageText: '机密文件' });
  });

  it('takes bytes that are no text for what they are', async () => {
    expect(await look(Buffer.from([1, 2, 3, 0, 0xff]), 'a.txt')).toMatchObject({
      mediaType: 'application/octet-stream',
      firstPageText: null,
    });
  });
});

describe('text of the first page', () => {
  it('reads Word: headers, runs put together, nothing behind the page break', async () => {
    const document = `<w:document><w:p><w:r><w:t>机</w:t></w:r><w:r><w:t xml:space="preserve">密★5年</w:t></w:r></w:p>
      <w:p><w:r><w:t>甲&amp;乙 &#x4E00;</w:t><w:instrText>HYPERLINK</w:instrText></w:r></w:p>
      <w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:t>第二页</w:t></w:r></w:p></w:document>`;
    const docx = zipOf({
      'word/header1.xml': '<w:hdr><w:p><w:t>页眉</w:t></w:p></w:hdr>',
      'word/document.xml': document,
    });
    const { mediaType, firstPageText } = await look(docx, 'a.docx');
    expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(firstPageText).toContain('页眉');
    expect(firstPageText).toContain('机密★5年\n');
    expect(firstPageText).toContain('甲&乙 一');
    expect(firstPageText).not.toMatch(/第二页|HYPERLINK/);
  });

  it('reads Excel, PowerPoint, OpenDocument and OFD', async () => {
    const sheet = {
      'xl/workbook.xml': '',
      'xl/sharedStrings.xml': '<sst><si><r><t>商业</t></r><r><t>秘密</t></r></si><si><t>绝密</t></si></sst>',
    };
    const slides = {
      'ppt/presentation.xml': '',
      'ppt/slides/slide1.xml': '<a:p><a:r><a:t>绝密</a:t></a:r></a:p>',
      'ppt/slides/slide2.xml': '<a:t>二</a:t>',
    };
    const open = {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<text:p>绝<text:span>密</text:span></text:p>',
    };
    const run = (x: number, y: number, text: string) =>
      `<ofd:TextObject ID="1" Boundary="${x} ${y} 5 5"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`;
    const ofd = {
      'OFD.xml': '',
      'Doc_0/Pages/Page_0/Content.xml': `${run(10, 10, '绝')}${run(15, 10.2, '密')}${run(10, 20, '正文')}`,
    };
    expect((await look(zipOf(sheet), 'a.xlsx')).firstPageText?.trim()).toBe('商业秘密\n绝密');
    expect((await look(zipOf(slides), 'a.pptx')).firstPageText?.trim()).toBe('绝密');
    expect((await look(zipOf(open), 'a.odt')).firstPageText?.trim()).toBe('绝密');
    expect(await look(zipOf(ofd), 'a.ofd')).toMatchObject({
      mediaType: 'application/ofd',
      firstPageText: '绝密\n正文',
    });
  });

  it('unpacks no more of a zip bomb than a page needs', async () => {
    const bomb = zipOf({ 'word/document.xml': `<w:p><w:t>前</w:t></w:p>${' '.repeat(200 * 1024 * 1024)}` });
    const before = process.memoryUsage().rss;
    expect((await look(bomb, 'a.docx')).firstPageText).toContain('前');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('finds a mark in an old binary Word document', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2040),
      Buffer.from('绝密★10年\r关于……的通知\r', 'utf16le'),
      Buffer.alloc(4096),
    ]);
    const inspection = await look(ole, '通知.doc');
    expect(inspection.mediaType).toBe('application/x-cfb');
    expect(inspection.firstPageText).toContain('绝密★10年');
  });
});

describe('formats that must not be held, by content', () => {
  const dicom = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(64)]);
  const fastq = "@SEQ_ID\nGATTTGGGGTTCAAAGCAGT\n+\n!''*((((***+))%%%++(\n";
  const sam = 'r001\t99\tref\t7\t30\t8M2I4M1D3M\t=\t37\t39\tTTAGATAAAGGATACTG\t*\n';
  it.each([
    ['FASTQ', Buffer.from(fastq)],
    ['FASTQ', Buffer.from(fastq.replaceAll('\n', '\r\n'))],
    ['FASTQ', gzipSync(fastq)],
    ['FASTQ', gzipSync(fastq.repeat(50_000))],
    ['VCF', Buffer.from('##fileformat=VCFv4.2\n#CHROM\tPOS\n')],
    ['VCF', gzipSync('##fileformat=VCFv4.2\n#CHROM\tPOS\n')],
    ['SAM', Buffer.from('@HD\tVN:1.6\tSO:coordinate\n')],
    ['SAM', Buffer.from(sam)],
    ['BAM', gzipSync(Buffer.from('BAM\u0001\u0000\u0000'))],
    ['BCF', gzipSync(Buffer.from('BCF\u0002\u0002\u0000'))],
    ['CRAM', Buffer.from('CRAM\u0003\u0000abcdefgh')],
    ['IDAT', Buffer.from('IDAT\u0003\u0000\u0000\u0000\u0000\u0000\u0000\u0000')],
    ['CEL', Buffer.from('[CEL]\r\nVersion=3\r\n')],
    ['CEL', Buffer.from(Int32Array.of(64, 4, 3, 5, 15).buffer)],
    ['DICOM', dicom],
    ['DICOM', Buffer.from('\u0002\u0000\u0000\u0000UL\u0004\u0000aaaaaaaaaaaa')],
  ] as const)('knows %s', async (format, bytes) => {
    expect((await look(bytes, '会议照片.jpg')).guardedFormat).toBe(format);
  });

  it.each([
    ['a mail', '@所有人 请看\n明天开会\n+\n好\n'],
    ['a note on sequences', 'GATTTGGGGTTCAAAGCAGT\n'],
    ['a table of tabs', 'a\tb\tc\td\te\tf\tg\th\ti\tj\tk\n'],
    ['IDAT in words', 'IDAT is a chunk of PNG'],
  ])('takes %s for what it is', async (_, text) => {
    expect((await look(Buffer.from(text), 'a.txt')).guardedFormat).toBeNull();
  });
});

describe('sound and film', () => {
  it('reads the length of a 1 GB WAV from its header', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mengbu-wav-'));
    const path = join(folder, '录音.wav');
    const seconds = 6000;
    try {
      const file = await open(path, 'w');
      await file.write(wavHeader(seconds * 176_400));
      await file.truncate(44 + seconds * 176_400);
      await file.close();
      const source = await fromPath(path);
      expect(source.size).toBeGreaterThan(1_000_000_000);
      expect(await inspect(source, '录音.wav')).toMatchObject({
        mediaType: 'audio/wav',
        kind: 'audio',
        durationMs: seconds * 1000,
        codecs: ['pcm'],
      });
      await source.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes a recording that was cut off as long as it is', async () => {
    const wav = Buffer.concat([wavHeader(0), Buffer.alloc(176_400)]);
    expect((await look(wav, 'a.wav')).durationMs).toBe(1000);
  });

  it('reads size, turning, length and place of an MP4, and takes no time from creation_time', async () => {
    expect(await look(mp4(), 'a.mp4')).toMatchObject({
      mediaType: 'video/mp4',
      width: 480,
      height: 848,
      durationMs: 12_500,
      codecs: ['avc1'],
      gps: { lat: 30.5928, lon: 114.3055, alt: 12, direction: null },
      takenAt: null,
      problems: [],
    });
  });

  it('says that a film was cut off', async () => {
    expect((await look(mp4().subarray(0, 200), 'a.mp4')).problems).toEqual(['DAMAGED']);
  });
});

function look(bytes: Uint8Array, name: string): Promise<Inspection> {
  return inspect(fromBytes(bytes), name);
}

/** 44.1 kHz, 16 bit, stereo. */
function wavHeader(dataSize: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + dataSize, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(44_100, 24);
  header.writeUInt32LE(176_400, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataSize, 40);
  return header;
}

/** One film track of 848 × 480 turned by a quarter, 12.5 s, filmed in Wuhan. */
function mp4(): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1_000_000, 4);
  header.writeUInt32BE(600, 12);
  header.writeUInt32BE(7500, 16);
  const track = Buffer.alloc(84);
  track.writeInt32BE(0x10000, 44);
  const handler = Buffer.concat([Buffer.alloc(8), Buffer.from('vide'), Buffer.alloc(13)]);
  const entry = Buffer.alloc(78);
  entry.writeUInt16BE(848, 24);
  entry.writeUInt16BE(480, 26);
  const place = '+30.5928+114.3055+012.000/';
  const text = Buffer.concat([Buffer.from([0, place.length, 0x15, 0xc7]), Buffer.from(place)]);
  const stsd = box('stsd', Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box('avc1', entry)]));
  const trak = box(
    'trak',
    Buffer.concat([
      box('tkhd', track),
      box('mdia', Buffer.concat([box('hdlr', handler), box('minf', box('stbl', stsd))])),
    ]),
  );
  const moov = box('moov', Buffer.concat([box('mvhd', header), trak, box('udta', box('\u00a9xyz', text))]));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\u0000\u0000\u0000\u0000isom')),
    moov,
    box('mdat', Buffer.alloc(64)),
  ]);
}

function box(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.byteLength, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}
