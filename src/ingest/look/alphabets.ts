/**
 * The letters beyond ASCII that a language writes in lower case, the frequent ones first, and the encodings of one byte a
 * letter that its files come in, the more usual first.
 */
export interface Alphabet {
  letters: string;
  encodings: readonly string[];
  /** how much it counts beside others; 1 by default */
  weight?: number;
}

const west = ['windows-1252', 'iso-8859-15', 'macintosh'];
const east = ['windows-1250', 'iso-8859-2'];
const baltic = ['windows-1257', 'iso-8859-13'];
const cyrillic = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];

export const alphabets: Readonly<Record<string, Alphabet>> = {
  german: {letters: 'üäöß', encodings: west},
  french: {letters: 'éèàêçôîûâùëïœ', encodings: west},
  nordic: {letters: 'äöåøæéðþ', encodings: west},
  spanish: {letters: 'óíáéñúü', encodings: west},
  portuguese: {letters: 'ãçáéíóõêâúôà', encodings: west},
  italian: {letters: 'àèùòìé', encodings: west},
  dutch: {letters: 'ëéïüöè', encodings: west},
  polish: {letters: 'łąężóśćńź', encodings: east},
  czech: {letters: 'íáěéřžýščůúňťďó', encodings: east},
  slovak: {letters: 'áíčéýžúšľťňôďäóĺŕ', encodings: east},
  hungarian: {letters: 'áéöőóüíúű', encodings: east},
  slovene: {letters: 'čšž', encodings: east},
  croatian: {letters: 'čšžćđ', encodings: east},
  romanian: {letters: 'ăîâșțşţ', encodings: east},
  turkish: {letters: 'ıüşöçğâ', encodings: ['windows-1254']},
  lithuanian: {letters: 'ėšžųįąūčę', encodings: baltic},
  latvian: {letters: 'āīēšūņļčģķž', encodings: baltic},
  estonian: {letters: 'äõöüšž', encodings: baltic},
  russian: {letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', encodings: cyrillic},
  ukrainian: {letters: 'оанивіретскпдлумзяьбгйчцхжїшюєфщґ', encodings: ['windows-1251', 'koi8-u', 'iso-8859-5']},
  bulgarian: {letters: 'аиоентрвсдлкпмъзубгщячхцйжшюфь', encodings: cyrillic},
  greek: {letters: 'αοιετσνηυρπκμλςωόίάγθδήέύχφβώξζψ', encodings: ['windows-1253', 'iso-8859-7']},
  hebrew: {letters: 'יוהלאתרמבשנםדעקחפגצסןטזכךףץ', encodings: ['windows-1255', 'iso-8859-8']},
  arabic: {letters: 'اليمنرتبةدعسفحكقجهشطصخوضزذثىءأإآؤئظغ', encodings: ['windows-1256', 'iso-8859-6']},
  thai: {letters: 'านรอกเงมยลวดทสตะปบคหแจพชขใไโผณถซธศษภฉฐญ่้็ิีึืุู์ั', encodings: ['windows-874']}
};

/** Letters of all western languages, for texts in several of them: they weigh less, so that one language is enough where it is. */
export const western: Alphabet = {letters: 'éäöüáàíóèåçñãúøæôêâßîûëïùòìõœðþ', encodings: west, weight: 0.9};

/** Signs beyond ASCII that any language writes between words. */
export const signs = '€–—“”„‘’…•°§©®™«»½¼¾²³×µ£¥ºª·¿¡\u00a0№';
