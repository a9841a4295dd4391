import { crc32 } from 'node:zlib';

/** A file within an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day that the format knows, so that the same content gives the same bytes. */
const DAY = 0x0021;

/**
 * A ZIP archive, nothing compressed: the same content gives the same bytes on every machine.
 *
 * @see PKWARE, .ZIP File Format Specification 6.3
 */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const [label, content] = [Buffer.from(name, 'utf8'), Buffer.from(text, 'utf8')];
    const facts = factsOf(label, content);
    const local = Buffer.concat([header(LOCAL, []), facts, label, content]);
    const about = Buffer.alloc(14);
    about.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([header(CENTRAL, [VERSION]), facts, about, label]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The signature and the numbers that follow it. */
function header(signature: number, more: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 2 * more.length);
  bytes.writeUInt32LE(signature, 0);
  more.forEach((value, index) => bytes.writeUInt16LE(value, 4 + 2 * index));
  return bytes;
}

/** What both headers say of a file, from the version needed to the length of what is extra. */
function factsOf(label: Uint8Array, content: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt16LE(DAY, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(label.length, 22);
  return facts;
}
