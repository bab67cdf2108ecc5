/**
 * Words by which the stage of a lead is known, in small letters without accents. Stages that are lost are told first:
 * “not won” is lost.
 */
const lost = words(
  'lost lose! disqualif unqualif reject declined dropped dead! abandon not.won no.sale junk',
  'verlor abgelehnt abgesagt ausgeschieden kein.interesse',
  'forlora forlust avbojd nej.tack',
  'perdu! perdue! perdus! refus abandonne',
  'perdid rechazad descartad',
  'perso! persa! persi! rifiutat',
  'afgewezen afgevallen',
  'przegran utracon odrzucon',
  'izgublj zavrnjen',
  'проигр потерян отказ'
);

const won = words(
  'won! closedwon convert =customer =customers signed success',
  'gewonnen =kunde unterschrieben',
  'vunnen! vunnet! =kund',
  'gagne! gagnee! =client signe!',
  'ganad ganho ganha =cliente',
  'vinto! vinta! vinti!',
  '=klant =klient',
  'wygran pozyskan',
  'pridobljen dobljen =kupec =stranka',
  'выигр успеш =клиент'
);

/** The usual ways of a lead, in order: the first group is where it comes in. */
const ways = [
  words(
    'new! open! not.contacted lead! leads! incoming raw! subscriber neu! neue! offen ny! nytt! nya! nouveau nouvelle',
    'nuevo nueva novo! nova! nov! nuovo nuova nieuw nowy! nowe! novi! новы нова входящ'
  ),
  words('prospect contact attempt engag connect working kontakt contatt контакт связ gesprach'),
  words('qualif mql! sql! opportun discover needs kvalific behov kwalifik квалиф bedarf'),
  words('demo trial meeting appointment presentation visit mote! termin rendez reunion spotkan встреч prasent'),
  words('offer proposal quot offert angebot devis! propuesta oferta propost aanbod ponudb предложен'),
  words(
    'negotiat verhandl forhandl negoci trattativ onderhand negocjac pogajan переговор contract vertrag avtal договор'
  )
];

/** The usual kinds of contacts that are leads, and of those whose stage is that of a case and not of a lead. */
const lead = words(
  'lead! leads! prospect enquir inquir mql! sql! opportunit deal! deals! pipeline signup sign.up',
  'interessent anfrage verkaufschance forfragan affarsmojlighet oportunidad oportunidade',
  'prospekt szansa zapytan povprasevan priloznost kans! лид! лиды! сделк заявк'
);
const other = words(
  'complain case! cases! ticket service support survey review referral incident claim return reklam beschwerde umfrage',
  'bewertung empfehlung klagomal arende undersokning recension enquete avis reclam sondaggio klacht zgloszen',
  'pritozb anket жалоб обращен опрос отзыв'
);

/** SQL: the text has one of the words. Null where the text is. Everything but letters is a blank, which keeps patterns small. */
function says(text: string, pattern: string): string {
  const letters = `regexp_replace(strip_accents(lower(${text})), '[^\\p{L}]+', ' ', 'g')`;
  return `regexp_matches(' ' || trim(${letters}) || ' ', '${pattern}')`;
}

export const isLost = (stage: string): string => says(stage, lost);
export const isWon = (stage: string): string => says(stage, won);
export const isLead = (kind: string): string => says(kind, lead);
export const isOther = (kind: string): string => says(kind, other);

/** SQL: the place of a stage on the usual way, from 0; null for one that isn't usual. */
export function wayOf(stage: string): string {
  return `case ${ways.map((pattern, place) => `when ${says(stage, pattern)} then ${place}`).join(' ')} end`;
}

/**
 * A pattern of words, each of which may begin a word: a point stands for what is between two, `!` ends the word, `=` says
 * that there is nothing else.
 */
function words(...lists: string[]): string {
  const patterns = lists.flatMap((list) => list.split(' ')).map(patternOf);
  return patterns.join('|');
}

function patternOf(word: string): string {
  const bare = ` ${word.replace(/^=|!$/g, '').replaceAll('.', ' ?')}`;
  if (word.startsWith('=')) return `^${bare} $`;
  return word.endsWith('!') ? `${bare} ` : bare;
}
