/**
 * The end of a stream, of which it tells no more bytes than a limit. It keeps chunks whole, so it has up to a chunk more in memory. By what
 * it has beyond the limit, `lastLine` sees that a beginning was lost.
 */
export class Tail {
  private chunks: Buffer[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    for (let [first] = this.chunks; first && this.bytes - first.length > this.maxBytes; [first] = this.chunks) {
      this.bytes -= first.length;
      this.chunks.shift();
    }
  }

  /** The text. Where its beginning was lost, it begins with a whole character. PostgreSQL keeps no NUL, so there is none. */
  text(): string {
    const all = Buffer.concat(this.chunks);
    const end = all.subarray(Math.max(0, all.length - this.maxBytes));
    // In UTF-8, bytes of the form 10xxxxxx go on with a character that has begun.
    const start = end.length === all.length ? 0 : end.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return end.subarray(Math.max(0, start)).toString("utf8").replaceAll("\0", "\ufffd");
  }

  /** The last line that is not empty. Where its beginning was lost, it begins with NUL, which no line has by itself. */
  lastLine(): string {
    const lines = this.text().trimEnd().split("\n");
    const line = lines.at(-1)?.trim() ?? "";
    return lines.length === 1 && this.bytes > this.maxBytes ? `\0${line}` : line;
  }
}
