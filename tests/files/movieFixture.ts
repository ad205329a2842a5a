export const PLACE = '+30.5928+114.3055+012.000/';

/** What a decoder must get, unchanged: two H.264 samples, the first with user data (SEI type 5) before its slice. */
export const SLICES = [
  Buffer.from('\u0065first slice of the film', 'latin1'),
  Buffer.from('\u0041second slice', 'latin1'),
];

/** A film with its place in every corner: user data, QuickTime keys, a uuid box, a telemetry track, between the samples, in the stream itself, behind the end. */
export function placedMovie(): Buffer {
  const userData = Buffer.concat([
    Buffer.from([6, 5, 16 + PLACE.length]),
    Buffer.alloc(16, 0xab),
    Buffer.from(PLACE),
    Buffer.from([0x80]),
  ]);
  const samples = [Buffer.concat([unit(userData), unit(SLICES[0])]), unit(SLICES[1])];
  const telemetry = Buffer.from(`telemetry ${PLACE}`);
  const gap = Buffer.from(`freeGPS ${PLACE}`);
  const ftyp = box('ftyp', Buffer.from('isom\u0000\u0000\u0000\u0000isom'));
  const build = (mdatStart: number) => {
    const first = mdatStart + 8;
    const second = first + (samples[0]?.length ?? 0) + telemetry.length + gap.length;
    return box(
      'moov',
      box('mvhd', movieHeader()),
      videoTrack(
        [first, second],
        samples.map(({ length }) => length),
      ),
      track('meta', box('gpmd', Buffer.alloc(8)), [first + (samples[0]?.length ?? 0)], [telemetry.length]),
      box('udta', box('\u00a9xyz', Buffer.from([0, PLACE.length, 0x15, 0xc7]), Buffer.from(PLACE))),
      box('meta', Buffer.from(`keys ${PLACE}`)),
    );
  };
  const uuid = box('uuid', Buffer.alloc(16, 1), Buffer.from(`<x:xmpmeta>${PLACE}</x:xmpmeta>`));
  const mdatStart = ftyp.length + build(0).length + uuid.length;
  const mdat = box('mdat', samples[0] ?? Buffer.alloc(0), telemetry, gap, samples[1] ?? Buffer.alloc(0));
  return Buffer.concat([ftyp, build(mdatStart), uuid, mdat, box('free', Buffer.from(PLACE))]);
}

export function box(type: string, ...content: Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, { byteLength }) => sum + byteLength, 0), 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
}

function videoTrack(offsets: number[], sizes: number[]): Buffer {
  const configuration = box('avcC', Buffer.from([1, 66, 0, 30, 0xff, 0xe0, 0]));
  return track('vide', box('avc1', Buffer.alloc(78), configuration), offsets, sizes);
}

function track(handler: string, entry: Buffer, offsets: number[], sizes: number[]): Buffer {
  const tables = box(
    'stbl',
    box('stsd', longs(0, 1), entry),
    box('stts', longs(0, 1, sizes.length, 100)),
    box('stsc', longs(0, 1, 1, 1, 1)),
    box('stsz', longs(0, 0, sizes.length, ...sizes)),
    box('stco', longs(0, offsets.length, ...offsets)),
  );
  const references = box('dinf', box('dref', longs(0, 1), box('url ', longs(1))));
  const media = box(
    'mdia',
    box('mdhd', Buffer.alloc(24)),
    box('hdlr', longs(0, 0), Buffer.from(handler), Buffer.alloc(13)),
    box('minf', references, tables),
  );
  return box('trak', box('tkhd', Buffer.alloc(84)), media, box('udta', box('name', Buffer.from(PLACE))));
}

function movieHeader(): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(600, 12);
  header.writeUInt32BE(7500, 16);
  return header;
}

function unit(bytes: Uint8Array | undefined): Buffer {
  const content = bytes ?? new Uint8Array();
  return Buffer.concat([longs(content.byteLength), content]);
}

export function longs(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4);
  return bytes;
}
