import {literal} from '../../engine/sql';

/**
 * Stems of words that tell what a contact was, how it ended, and what the stage of a lead means, in eleven languages. A
 * stem is looked for anywhere in a text; `_` is a space, so that one between two is a word of its own; a point is a space
 * or none; after `=` there is nothing else in the text. Letters are compared without accents and in lower case.
 */
const stems = {
  referral: `
    referral referred recommend empfehl empfohlen weiterempf recommand parrain recomend referid raccomand passaparola
    rekommend tips_om indicac aanbevel aanbeveling verwijzing рекоменд polecen priporoc member_get friend`,
  review: `
    review rating stars trustpilot google_rating rezension bewertung avis resena valoracion recension recensione omdome
    avaliac beoordeling отзыв opinia recenzj ocena mnenje`,
  nps: `
    _nps_ net_promoter promoter_score weiterempfehlungsquote`,
  survey: `
    survey questionnaire csat satisfaction feedback umfrage befragung fragebogen zufriedenheit enquete sondage encuesta
    cuestionario satisfaccion sondaggio questionario soddisfazione undersokning enkat nojdhet inquerito pesquisa
    satisfac enquete tevreden опрос анкет удовлетвор ankiet zadowolen anket zadovoljst`,
  complaint: `
    complain claim grievance dispute problem issue _fault defect beschwerde reklamation beanstand mangel plainte
    reclam litige queja incidencia reclamo lament klagomal reklamac klacht жалоб претенз рекламац skarg pritozb`,
  lead: `
    _lead_ _leads_ prospect inquiry enquiry opportunit pipeline _mql_ _sql_ interessent anfrage piste
    demande_de_contact oportunidad contatto_nuovo forfragan prospekt _лид заявк zapytan szansa povpraseval _enquir
    _inquir _deal_ _deals_ _signup _sign.up _verkaufschance _affarsmojlighet _povprasevan _priloznost _kans_ _лид_
    _лиды_ _сделк`,
  contact: `
    visit meeting call phone telephone contact chat demo appointment conversation talk consult service support ticket
    e_mail email mail whatsapp webinar _event_ besuch treffen anruf telefon kontakt gesprach termin beratung
    visite appel rencontre rendez entretien courriel visita reunion llamada correo riunione chiamata telefonat incontro
    besok _mote samtal _ring_ e_post visita ligac telefonem bezoek afspraak gesprek belletje визит встреч звонок
    письмо консультац wizyt spotkan rozmow telefoniczn obisk sestanek klic`,
  written: `
    e_mail email mail newsletter letter brief courriel lettre correo carta posta e_post brev письмо рассылк list_ sms
    text_message`,
  open: `
    not_solved unsolved not_resolved unresolved _open_ reopened pending in_progress in_process waiting on_hold _new_
    escalated not_closed offen ungelost nicht_gelost in_bearbeitung wartet ouvert non_resolu pas_resolu en_cours
    en_attente abierto pendiente sin_resolver no_resuelt en_curso aperto in_corso non_risolt in_attesa oppen olost
    ej_lost pagaende aberto pendente nao_resolv em_andamento niet_opgelost in_behandeling открыт не_решен в_работе
    не_закрыт otwart nierozwiaz w_toku odprt neresen ni_resen`,
  unanswered: `
    not_reached no_answer no_reply no_response unanswered voicemail missed busy bounced opened _sent_ delivered
    unreachable nicht_erreicht keine_antwort besetzt mailbox gesendet pas_de_reponse sans_reponse injoignable
    non_joint sin_respuesta no_contest nessuna_risposta non_risponde irraggiungibile inget_svar ej_svar ej_nadd
    sem_resposta nao_atend geen_antwoord niet_bereikt geen_gehoor нет_ответа не_дозвон не_ответ brak_odpowiedzi
    nie_odebra ni_odgovora ni_odgovoril`,
  refused: `
    _not_ _no_ _non_ _never_ _nothing_ declin reject refus _lost_ _dead_ disqualif unqualif
    _kein _nicht_ abgelehnt verloren _pas_ _sans_ perdu _sin_ rechaz perdid _nessun rifiut _perso_ _ej_ _inte_ _nej_ avboj
    forlorad _nao_ _sem_ recus _geen_ _niet_ afgewezen _не_ _нет_ отказ потерян _nie_ _brak_ odmow utracon _ni_ zavrn
    izgub`,
  incoming: `
    _new_ _open_ _not.contacted _lead_ _leads_ _incoming _raw_ _subscriber _neu_ _neue_ _offen _ny_ _nytt_ _nya_
    _nouveau _nouvelle _nuevo _nueva _novo_ _nova_ _nov_ _nuovo _nuova _nieuw _nowy_ _nowe_ _novi_ _новы _нова
    _входящ`,
  approached: `
    _prospect _contact _attempt _engag _connect _working _kontakt _contatt _контакт _связ _gesprach`,
  qualified: `
    _qualif _mql_ _sql_ _opportun _discover _needs _kvalific _behov _kwalifik _квалиф _bedarf`,
  met: `
    _demo _trial _meeting _appointment _presentation _visit _mote_ _termin _rendez _reunion _spotkan _встреч
    _prasent`,
  offered: `
    _offer _proposal _quot _offert _angebot _devis_ _propuesta _oferta _propost _aanbod _ponudb _предложен`,
  negotiated: `
    _negotiat _verhandl _forhandl _negoci _trattativ _onderhand _negocjac _pogajan _переговор _contract _vertrag
    _avtal _договор`,
  lost: `
    _lost _lose_ _disqualif _unqualif _reject _declined _dropped _dead_ _abandon _not.won _no.sale _junk _verlor
    _abgelehnt _abgesagt _ausgeschieden _kein.interesse _forlora _forlust _avbojd _nej.tack _perdu_ _perdue_
    _perdus_ _refus _abandonne _perdid _rechazad _descartad _perso_ _persa_ _persi_ _rifiutat _afgewezen _afgevallen
    _przegran _utracon _odrzucon _izgublj _zavrnjen _проигр _потерян _отказ`,
  won: `
    _won_ _closedwon _convert =customer =customers _signed _success _gewonnen =kunde _unterschrieben _vunnen_
    _vunnet_ =kund _gagne_ _gagnee_ =client _signe_ _ganad _ganho _ganha =cliente _vinto_ _vinta_ _vinti_ =klant
    =klient _wygran _pozyskan _pridobljen _dobljen =kupec =stranka _выигр _успеш =клиент`,
  cold: `
    _mql_ _cold_ kalt odrzuc`,
  case: `
    _case_ _cases_ _ticket _service _support _incident _return _reklam _arende _zgloszen _обращен`
} as const;

type Stem = keyof typeof stems;

/** Signs that several lists tell: a lead that is still where it came in, or is no more; contacts that are no leads. */
const together = {
  first: ['incoming', 'cold', 'lost'],
  other: ['complaint', 'survey', 'review', 'referral', 'case']
} as const satisfies Record<string, readonly Stem[]>;

/** The usual ways of a lead, in order: the first is where it comes in. */
export const ways = [
  'incoming',
  'approached',
  'qualified',
  'met',
  'offered',
  'negotiated'
] as const satisfies readonly Stem[];

export type Sign = Stem | keyof typeof together;

/** A pattern that finds the stems in what `foldSql` gives. */
export const patternOf = (sign: Sign): string => {
  const lists: readonly Stem[] = sign === 'first' || sign === 'other' ? together[sign] : [sign];
  const words = lists.flatMap((list) => stems[list].trim().split(/\s+/));
  return [...new Set(words)].map(fold).join('|');
};

/** SQL of a text in lower case, without accents, words of letters between single spaces, a space at both ends. */
export const foldSql = (text: string): string =>
  `' ' || trim(regexp_replace(strip_accents(lower(${text})), '[^\\p{L}]+', ' ', 'g')) || ' '`;

/** SQL: a text as it stands in the file has one of the stems. Null where the text is. */
export const tellsSql = (text: string, sign: Sign): string =>
  `regexp_matches(${foldSql(text)}, ${literal(patternOf(sign))})`;

/** A stem as a pattern of such a text. */
function fold(stem: string): string {
  const folded = stem
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('_', ' ')
    .replaceAll('.', ' ?');
  return folded.startsWith('=') ? `^ ${folded.slice(1)} $` : folded;
}
