import {shortened} from '../../charts/words';

/** A text in at most two lines of about that many characters, broken between words; the second is cut where it must be. */
export function inLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const at = text.lastIndexOf(' ', most);
  return at <= 0 ? shortened(text, most) : `${text.slice(0, at)}\n${shortened(text.slice(at + 1), most)}`;
}
