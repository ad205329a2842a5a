import { box, longs } from './movieFixture.ts';

/** Coded pictures of H.264, as an encoder gives them, each shown for the same time. */
export type CodedFilm = {
  width: number;
  height: number;
  picturesPerSecond: number;
  /** AVCDecoderConfigurationRecord (ISO/IEC 14496-15). */
  configuration: Uint8Array;
  pictures: readonly { bytes: Uint8Array; isKey: boolean }[];
};

/** An MP4 that a browser plays and seeks in, with words in the places where cameras and programs write them. */
export function playableMovie(film: CodedFilm, words: string): Buffer {
  const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0isomavc1', 'latin1'));
  const media = film.pictures.map(({ bytes }) => bytes);
  const told = box(
    'udta',
    box('\u00a9xyz', Buffer.from(`\0${String.fromCharCode(words.length)}\0\0${words}`)),
  );
  const build = (first: number) => box('moov', movieHeader(film), videoTrack(film, first, words), told);
  return Buffer.concat([ftyp, build(ftyp.length + build(0).length + 8), box('mdat', ...media)]);
}

function movieHeader({ picturesPerSecond, pictures }: CodedFilm): Buffer {
  const rate = [0x00010000, 0x01000000, 0, 0];
  return box(
    'mvhd',
    longs(0, 0, 0, picturesPerSecond, pictures.length, ...rate, ...IDENTITY, 0, 0, 0, 0, 0, 0, 2),
  );
}

function videoTrack(film: CodedFilm, first: number, words: string): Buffer {
  const { width, height, picturesPerSecond, pictures, configuration } = film;
  const size = [width * 0x10000, height * 0x10000];
  const entry = Buffer.alloc(78);
  entry.writeUInt16BE(1, 6);
  entry.writeUInt16BE(width, 24);
  entry.writeUInt16BE(height, 26);
  entry.writeUInt32BE(0x00480000, 28);
  entry.writeUInt32BE(0x00480000, 32);
  entry.writeUInt16BE(1, 40);
  entry.write(words.slice(0, 31), 43, 'latin1');
  entry.writeUInt16BE(24, 74);
  entry.writeInt16BE(-1, 76);
  const keys = pictures.flatMap(({ isKey }, at) => (isKey ? [at + 1] : []));
  const tables = box(
    'stbl',
    box('stsd', longs(0, 1), box('avc1', entry, box('avcC', configuration))),
    box('stts', longs(0, 1, pictures.length, 1)),
    box('stss', longs(0, keys.length, ...keys)),
    box('stsc', longs(0, 1, 1, pictures.length, 1)),
    box('stsz', longs(0, 0, pictures.length, ...pictures.map(({ bytes }) => bytes.byteLength))),
    box('stco', longs(0, 1, first)),
  );
  const references = box('dinf', box('dref', longs(0, 1), box('url ', longs(1))));
  return box(
    'trak',
    box('tkhd', longs(3, 0, 0, 1, 0, pictures.length, 0, 0, 0, 0, ...IDENTITY, ...size)),
    box(
      'mdia',
      box('mdhd', longs(0, 0, 0, picturesPerSecond, pictures.length, 0x55c40000)),
      box('hdlr', longs(0, 0), Buffer.from('vide'), longs(0, 0, 0), Buffer.from(`${words}\0`)),
      box('minf', box('vmhd', longs(1, 0, 0)), references, tables),
    ),
  );
}

const IDENTITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
