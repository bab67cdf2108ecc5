/**
 * Words that tell what is no customer, or no product, in the languages of the interface. They are matched as RE2 patterns,
 * whatever the case.
 */

const tests = [
  'test(er|ing|kunde|kund|klant|klient|client|cliente|customer|user|konto|account|owy|ov[ao]?|n[aio]|es?)?',
  'тест(овый|овая|ер|ы)?',
  'prueba|pruebas|essai|próba|preizkus',
  'demo|dummy|fake|muster(mann|frau|firma|kunde)|max mustermann',
  'john doe|jane doe|asdf+|qwerty|foobar|lorem ipsum|example'
];

/** A word that stands for itself: no letter on either side. */
export const testPattern = `(^|[^\\p{L}])(${tests.join('|')})([^\\p{L}]|$)`;

const collectives = [
  'cash( (sales?|customers?))?|counter sales?|walk[ -]?in( customers?)?|guests?|guest customer|house account',
  'barverkauf|bark(unde|asse)|laufkund(e|en|schaft)|sammelkunde?|diverse[rs]?( kunden?)?|gast|eigenverbrauch',
  'comptant|client (comptoir|de passage|divers)|vente comptoir|clients divers',
  'kontant(kund|försäljning)?|butikskund|diverse kunder|gäst',
  'gotovin(a|ski kupec)|končni kupec|naključni kupec',
  'розничн(ый|ые) покупател(ь|и)|частное лицо|физ(\\.|ическое) ?лицо|гость',
  'venta (de )?contado|consumidor final|clientes? varios|público (en )?general|cliente genérico|mostrador',
  'venda (à vista|balcão)|clientes? diversos',
  'cliente (occasionale|generico)|corrispettivi|vendita al banco',
  'losse verkoop|contante (klant|verkoop)|balie(klant|verkoop)|diverse klanten',
  'klient (detaliczny|gotówkowy)|sprzedaż detaliczna|paragon',
  'intern(al|e|o|a|i)?|unknown|unbekannt|inconnu|okänd|neznan[ao]?|неизвест(но|ный)|desconocid[oa]|desconhecid[oa]',
  'sconosciut[oa]|onbekend|nieznan[ya]|anonym(ous)?|anonyme?|n/?a|none|null|nan|x{3,}|[-?.0]+'
];

/** The whole of a name or id, a number behind it aside. */
export const collectivePattern = `^\\s*(${collectives.join('|')})[\\s#_-]*\\d*\\s*$`;

const adjustments = [
  '(dotcom )?postage|post|dot|carriage|(shipping|delivery|freight|handling)( (and|&) handling)?( (charges?|costs?|fees?))?',
  'versand(kosten)?|porto|fracht(kosten)?|frakt|frais de (port|livraison)|livraison|poštnina|dostava|доставка',
  '(gastos de )?env[ií]o|frete|(spese di )?spedizione|verzend(kosten|ing)|przesyłka|dostawa|koszty? (wysyłki|dostawy)',
  'bank ?charges?|bankgebühr(en)?|(amazon|paypal|stripe|service|late|transaction) ?fees?|commission|provision|cruk.*',
  'manual|adjust(ment)?s?( .*)?|(adjust )?bad debts?|write[- ]?offs?|corrections?|korrektur(buchung)?|korrigering|коррекция',
  'discounts?|rabatte?|remise|popust|скидка|descuento|desconto|sconto|korting|rabat|coupons?',
  '(gift ?)?vouchers?|gift ?cards?|gutschein(e|karte)?|gift_.*|presentkort|bon cadeau',
  'round(ing|off)|rundung(sdifferenz)?|öresavrundning|samples?|deposit|pfand|interest|zinsen|test( .*)?'
];

/** The whole of a product's name or number. */
export const adjustmentPattern = `^\\s*(${adjustments.join('|')})\\s*$`;
