/** The last day of 2024 at 1:45 pm, as the format writes it: `31.12.2024 13:45`. */
export function dateExample(format: string): string {
  return counts[format] ?? format.replace(/%-?([a-zA-Z%])/g, (token, letter: string) => parts[letter] ?? token);
}

const counts: Record<string, string> = {
  '%excel': '45657',
  '%excel1904': '44195',
  '%epoch': '1735602300',
  '%epochms': '1735602300000'
};

const parts: Record<string, string> = {
  Y: '2024',
  y: '24',
  m: '12',
  d: '31',
  a: 'Tue',
  b: 'Dec',
  B: 'December',
  H: '13',
  I: '01',
  M: '45',
  S: '00',
  f: '000000',
  g: '000',
  n: '000000000',
  p: 'PM',
  z: '+00:00',
  '%': '%'
};
