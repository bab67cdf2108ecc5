/** Spellings of "nothing" in small letters: in ids, days and numbers they are empty, whatever the language. */
export const nothings: readonly string[] = [
  ...[
    'null',
    '(null)',
    '<null>',
    '[null]',
    'nil',
    'none',
    '(none)',
    'nan',
    'n/a',
    'n.a.',
    'n.a',
    'na',
    '\\n',
    'undefined',
    'not available'
  ],
  ...[
    'not applicable',
    'not set',
    'missing',
    '(missing)',
    '(blank)',
    '(blanks)',
    '(empty)',
    '<empty>',
    '<na>',
    '#n/a',
    '#n/a n/a'
  ],
  ...[
    '-',
    '--',
    '---',
    '–',
    '—',
    '−',
    '.',
    '..',
    '...',
    '…',
    '?',
    '??',
    '/',
    '*',
    '#ref!',
    '#value!',
    '#div/0!',
    '#name?',
    '#null!',
    '#num!'
  ],
  ...[
    'k.a.',
    'k. a.',
    'k.a',
    'k. a',
    'keine angabe',
    'keine angaben',
    'ohne angabe',
    'nicht angegeben',
    'nicht verfügbar',
    'entfällt',
    '(leer)'
  ],
  ...['#nv', '#bezug!', '#wert!', '#zahl!', 'n. a.', 'n. v.', 'n.v.'],
  ...[
    'n.d.',
    'n.d',
    'n/d',
    'n.c.',
    'n/c',
    'non renseigné',
    'non renseignée',
    'non disponible',
    'non communiqué',
    'sans objet',
    's/o',
    'néant'
  ],
  ...['aucun', 'aucune', '(vide)', '#valeur!', '#nom?'],
  ...[
    'saknas',
    'uppgift saknas',
    'ej angiven',
    'ej angivet',
    'ej angivna',
    'ingen uppgift',
    'ej tillgänglig',
    '(tom)',
    '(tomt)',
    '(tomma)'
  ],
  ...['#saknas!', '#referens!', '#värdefel!'],
  ...['ni podatka', 'ni podatkov', 'ni na voljo', '(prazno)', '#n/v', 'n/p'],
  ...[
    'нет',
    'н/д',
    'н.д.',
    'н/п',
    'нет данных',
    'не указано',
    'не указан',
    'не указана',
    'отсутствует',
    '(пусто)',
    '#н/д'
  ],
  ...[
    's/d',
    's.d.',
    's/n',
    'sin datos',
    'sin dato',
    'no disponible',
    'no aplica',
    '(vacío)',
    '(vacías)',
    '(en blanco)',
    'ninguno',
    'ninguna'
  ],
  ...[
    'sem dados',
    'não informado',
    'não disponível',
    'não se aplica',
    'nenhum',
    'nenhuma',
    '(vazio)',
    '(em branco)',
    '#n/d'
  ],
  ...['non specificato', 'nessuno', 'nessuna', '(vuoto)', '(vuote)', '#rif!', '#valore!'],
  ...[
    'nvt',
    'n.v.t.',
    'n.v.t',
    'niet van toepassing',
    'niet beschikbaar',
    'geen',
    '(leeg)',
    '#n/b',
    '#waarde!',
    '#verw!'
  ],
  ...['brak', 'brak danych', 'b.d.', 'b/d', 'bd.', 'nie dotyczy', '(puste)', '#nd!', '#arg!', '#adr!']
];

/** Spellings that are nothing in any column, of texts too: nobody is called so. */
export const unmistakable: readonly string[] = [
  'null',
  ...nothings.filter((word) => /^(?:[#(<[].*[!)>\]?]|#.*|\\n)$/.test(word))
];

/** Whether a text column has nothing where the text stands, as `textSql` reads it: `NULL` only in capitals, which no name is. */
export const isNoText = (text: string): boolean =>
  text === 'NULL' || (text.toLowerCase() !== 'null' && unmistakable.includes(text.toLowerCase()));
