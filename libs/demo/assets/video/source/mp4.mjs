// The smallest MP4 file there is for one H.264 track without sound (ISO/IEC 14496-12 and -15): its list first, so that it
// plays before all of it has arrived.
const u32 = (...values) =>
  Buffer.concat(
    values.map((value) => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(value >>> 0);
      return four;
    }),
  );
const u16 = (...values) =>
  Buffer.concat(
    values.map((value) => {
      const two = Buffer.alloc(2);
      two.writeUInt16BE(value);
      return two;
    }),
  );
const box = (type, ...parts) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
const full = (type, flags, ...parts) => box(type, u32(flags), ...parts);
const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

/** @param frames `{data, key}` in order, each 1/rate s long. @param avcc the decoder's configuration. */
export function mp4Of({ width, height, rate, avcc, frames }) {
  const duration = frames.length;
  const avc1 = box(
    'avc1',
    Buffer.alloc(6),
    u16(1),
    Buffer.alloc(16),
    u16(width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    Buffer.alloc(32),
    u16(24),
    u16(0xffff),
    box('avcC', avcc),
  );
  const keys = frames.flatMap(({ key }, index) => (key ? [index + 1] : []));
  const moov = (start) => {
    const stbl = box(
      'stbl',
      full('stsd', 0, u32(1), avc1),
      full('stts', 0, u32(1, frames.length, 1)),
      full('stss', 0, u32(keys.length, ...keys)),
      full('stsc', 0, u32(1, 1, frames.length, 1)),
      full('stsz', 0, u32(0, frames.length, ...frames.map(({ data }) => data.length))),
      full('stco', 0, u32(1, start)),
    );
    const minf = box(
      'minf',
      full('vmhd', 1, Buffer.alloc(8)),
      box('dinf', full('dref', 0, u32(1), full('url ', 1))),
      stbl,
    );
    const mdia = box(
      'mdia',
      full('mdhd', 0, u32(0, 0, rate, duration), u16(0x55c4, 0)),
      full('hdlr', 0, u32(0), Buffer.from('vide'), Buffer.alloc(12), Buffer.from('Picture\0')),
      minf,
    );
    const tkhd = full(
      'tkhd',
      3,
      u32(0, 0, 1, 0, duration, 0, 0),
      u16(0, 0, 0, 0),
      MATRIX,
      u32(width << 16, height << 16),
    );
    const mvhd = full(
      'mvhd',
      0,
      u32(0, 0, rate, duration, 0x10000),
      u16(0x100),
      Buffer.alloc(10),
      MATRIX,
      Buffer.alloc(24),
      u32(2),
    );
    return box('moov', mvhd, box('trak', tkhd, mdia));
  };
  const ftyp = box('ftyp', Buffer.from('isom'), u32(0x200), Buffer.from('isomiso2avc1mp41'));
  const start = ftyp.length + moov(0).length + 8;
  return Buffer.concat([ftyp, moov(start), box('mdat', ...frames.map(({ data }) => data))]);
}
