const WORDS = [
  '"',
  '\n',
  '\r',
  ',',
  ';',
  '\0',
  '{',
  '[',
  '</',
  '=1+1',
  '\u00ff',
  '1e999',
  '__proto__',
  '9'.repeat(40),
  ' '.repeat(50),
  '\x1b]0;',
];

/** A file with a few random damages: bytes changed, cut out, doubled, moved, words put in, its end cut off. */
export function damaged(content: Buffer, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(content);
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) bytes = once(bytes, random);
  return bytes;
}

function once(bytes: Buffer, random: () => number): Buffer {
  const below = (most: number) => Math.floor(random() * Math.max(1, most));
  const at = below(bytes.length);
  const length = 1 + below(Math.min(64, bytes.length - at));
  const part = bytes.subarray(at, at + length);
  switch (below(7)) {
    case 0: {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[at] = below(256);
      return changed;
    }
    case 1: // numbers of formats that say how long things are
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.alloc(Math.min(4, length), 255),
        bytes.subarray(at + 4),
      ]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        ...new Array<Buffer>(1 + below(50)).fill(part),
        bytes.subarray(at),
      ]);
    case 4:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(WORDS[below(WORDS.length)]),
        bytes.subarray(at),
      ]);
    case 5:
      return bytes.subarray(0, at);
    default: {
      const to = below(bytes.length);
      return Buffer.concat([bytes.subarray(0, to), part, bytes.subarray(to)]);
    }
  }
}
