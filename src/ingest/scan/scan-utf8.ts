/** Bytes of the UTF-8 sequence at `at`, which starts with a byte over 127; 0 where it is none. */
export function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] as number;
  if (first >= 0xc2 && first <= 0xdf) return follows(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const least = first === 0xe0 ? 0xa0 : 0x80;
    const most = first === 0xed ? 0x9f : 0xbf;
    return second >= least && second <= most && follows(bytes[at + 2]) ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const least = first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xf4 ? 0x8f : 0xbf;
  return second >= least && second <= most && follows(bytes[at + 2]) && follows(bytes[at + 3]) ? 4 : 0;
}

const follows = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** Whether text has characters of more than one byte, or bytes that aren't UTF-8. */
export function wideness(text: Uint8Array): 'plain' | 'wide' | 'broken' {
  let wide = false;
  for (let at = 0; at < text.length; at++) {
    if ((text[at] as number) < 128) continue;
    const size = sequence(text, at);
    if (size === 0) return 'broken';
    wide = true;
    at += size - 1;
  }
  return wide ? 'wide' : 'plain';
}

/** The first 200 characters of bytes, without line end; what isn't UTF-8 shows as U+FFFD. */
export function beginning(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.replace(/[\r\n]+$/, '').slice(0, 200);
}
