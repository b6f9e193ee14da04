/** Reads which characters a TrueType font has (its `cmap`, formats 4 and 12). */

/** All code points of the font with a glyph. Throws RangeError on a truncated file. */
export function readFontCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = findTable(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, covered);
    if (format === 12) readGroups(font, table, covered);
  }
  return covered;
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`no ${tag} table`);
}

function readSegments(font: Buffer, table: number, covered: Set<number>): void {
  const size = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + size];
  for (let at = 0; at < size; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) covered.add(code);
  }
}

function readGroups(font: Buffer, table: number, covered: Set<number>): void {
  const count = font.readUInt32BE(table + 12);
  for (let index = 0; index < count; index += 1) {
    const group = table + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) covered.add(code);
  }
}
