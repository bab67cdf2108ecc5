export interface Token {
  kind: 'keyword' | 'name' | 'text' | 'number' | 'comment' | 'parameter' | 'other';
  text: string;
}

/** SQL cut into tokens that, put together, are the text again. A name in double quotes is a name, not a text. */
export function sqlTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of sql.matchAll(pattern)) {
    const kind = kindOf(text);
    const last = tokens.at(-1);
    if (last?.kind === kind && kind === 'other') last.text += text;
    else tokens.push({kind, text});
  }
  return tokens;
}

// Unclosed quotes and comments run to the end; the last branch takes any one character, so that nothing is lost.
const pattern =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$[a-z_]\w*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[\p{L}_][\p{L}\p{N}_]*|[\s\S]/giu;

function kindOf(text: string): Token['kind'] {
  if (text.startsWith('--') || text.startsWith('/*')) return 'comment';
  if (text.startsWith("'")) return 'text';
  if (text.startsWith('"')) return 'name';
  if (/^\$\w/.test(text)) return 'parameter';
  if (/^\d/.test(text)) return 'number';
  return keywords.has(text.toLowerCase()) ? 'keyword' : 'other';
}

const keywords = new Set(
  `all and any as asc between by case cast create cross delete desc describe distinct drop else end except exclude exists
  explain false filter following first from full group having if in inner insert intersect interval into is join last
  lateral left like ilike limit natural not null nulls offset on or order outer over partition pivot preceding qualify
  range recursive replace right row rows sample select semi anti asof set table then true try_cast unbounded union
  unpivot update using values view when where window with within current date timestamp decimal varchar integer bigint
  double boolean`.split(/\s+/)
);
