// Writes and reads TIFF files of one kind: uncompressed pages of grey pixels, a byte each, all of one size. Any image viewer shows them.

/** The tags of a page that say where and how its pixels lie. */
const tag = { width: 256, height: 257, bits: 258, compression: 259, interpretation: 262, offset: 273, rows: 278, bytes: 279 };
const entryBytes = 12;

/** @param pages {{ width: number, height: number, pixels: Uint8Array }[]} */
export function writeTiff(pages) {
  const header = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  const parts = [header];
  let end = header.length;
  let next = [header, 4];
  for (const { width, height, pixels } of pages) {
    const values = [
      [tag.width, width],
      [tag.height, height],
      [tag.bits, 8],
      [tag.compression, 1],
      [tag.interpretation, 1],
      [tag.offset, end],
      [tag.rows, height],
      [tag.bytes, pixels.length],
    ];
    const directory = Buffer.alloc(2 + values.length * entryBytes + 4);
    directory.writeUInt16LE(values.length);
    for (const [i, [key, value]] of values.entries()) {
      const at = 2 + i * entryBytes;
      directory.writeUInt16LE(key, at);
      directory.writeUInt16LE(4, at + 2); // a 32-bit number
      directory.writeUInt32LE(1, at + 4);
      directory.writeUInt32LE(value, at + 8);
    }
    parts.push(pixels, directory);
    // Each page says where the next one is.
    next[0].writeUInt32LE(end + pixels.length, next[1]);
    next = [directory, directory.length - 4];
    end += pixels.length + directory.length;
  }
  return Buffer.concat(parts);
}

/** Reads what `writeTiff` has written. Anything else is an error. */
export function readTiff(file) {
  if (file.length < 8 || file.readUInt32LE() !== 0x2a4949) throw new Error("it is no TIFF file");
  const pages = [];
  for (let at = file.readUInt32LE(4); at !== 0; ) {
    const count = file.readUInt16LE(at);
    const values = new Map();
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * entryBytes;
      values.set(file.readUInt16LE(entry), file.readUInt32LE(entry + 8));
    }
    const start = values.get(tag.offset);
    const pixels = file.subarray(start, start + values.get(tag.bytes));
    pages.push({ width: values.get(tag.width), height: values.get(tag.height), pixels });
    at = file.readUInt32LE(at + 2 + count * entryBytes);
  }
  return pages;
}
