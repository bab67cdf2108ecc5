/** Names of the months in the languages of the interface, with their genitives; any beginning of three letters is known. */
const names = [
  'january januar janner janvier januarja январь января enero janeiro gennaio januari styczen stycznia',
  'february februar feber fevrier februari februarja февраль февраля febrero fevereiro febbraio luty lutego',
  'march marz mrz mars marec marca март марта marzo marco maart mrt marzec',
  'april avril aprila апрель апреля abril aprile kwiecien kwietnia',
  'may mai maj maja май мая mayo maio maggio mei',
  'june juni juin junij junija июнь июня junio junho giugno czerwiec czerwca',
  'july juli juillet julij julija июль июля julio julho luglio lipiec lipca',
  'august aout augusti avgust avgusta август августа agosto augustus sierpien sierpnia',
  'september septembre septembra сентябрь сентября septiembre setiembre setembro settembre wrzesien wrzesnia',
  'october oktober octobre oktobra октябрь октября octubre outubro ottobre pazdziernik pazdziernika',
  'november novembre novembra ноябрь ноября noviembre novembro listopad listopada',
  'december dezember decembre decembra декабрь декабря diciembre dezembro dicembre grudzien grudnia'
];

/** Small letters without accents, as the names above are written. */
export const plainWord = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The words that name each month, and only it: from January on. */
export const monthWords: readonly (readonly string[])[] = unambiguous(
  names.map((all) => [...new Set(all.split(' ').map(plainWord).flatMap(beginnings))])
);

/** The month, from 1, that a word names; 0 where it names none, or could name two. */
export const monthOf = (word: string): number => months.get(plainWord(word).replace(/\.$/, '')) ?? 0;

const months = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));

/** Whether a word is a weekday in one of the languages, in full or shortened. */
export function isWeekday(word: string): boolean {
  const plain = plainWord(word)
    .replace('ł', 'l')
    .replace(/[.,]+$/, '')
    .replace(/-feira$/, '');
  return plain.length < 3 ? short.has(plain) : weekdays.some((day) => day.startsWith(plain));
}

const short = new Set(
  'mo di mi do fr sa so ma wo vr za zo tu we th su пн вт ср чт пт сб вс po wt sr cz pt sb'.split(' ')
);

const weekdays = [
  'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche mandag mandag tisdag onsdag torsdag fredag lordag sondag',
  'ponedeljek torek sreda cetrtek petek sobota nedelja понедельник вторник среда четверг пятница суббота воскресенье',
  'lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta lunedi martedi mercoledi',
  'giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'poniedzialek wtorek sroda czwartek piatek niedziela tues thurs pon niedz czw'
].flatMap((line) => line.split(' '));

function beginnings(word: string): string[] {
  return Array.from({length: Math.max(1, word.length - 2)}, (_, index) => word.slice(0, index + 3));
}

function unambiguous(lists: readonly (readonly string[])[]): string[][] {
  return lists.map((words, index) =>
    words.filter((word) => !lists.some((others, other) => other !== index && others.includes(word)))
  );
}
