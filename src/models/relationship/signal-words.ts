/**
 * Stems of words that tell what a contact was and how it ended, in eleven languages. A stem is looked for anywhere in a
 * text; one between spaces only as words of their own. Letters are compared without accents and in lower case.
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
    _lead_ _leads_ prospect inquiry enquiry opportunit pipeline _mql_ _sql_ interessent anfrage piste demande_de_contact
    oportunidad contatto_nuovo forfragan prospekt _лид заявк zapytan szansa povpraseval`,
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
  first: `
    _new_ _open_ _mql_ _cold_ raw unqualified not_contacted subscriber _neu_ kalt offen nouveau nuevo nuovo _ny_ novo
    nieuw новый nowy _nov_ lost disqualif verloren perdu perdid perso forlorad отказ потерян odrzuc`
} as const;

export type Sign = keyof typeof stems;

/** A pattern that finds the stems in what `foldSql` gives. */
export const patternOf = (sign: Sign): string =>
  [...new Set(stems[sign].trim().split(/\s+/))].map((stem) => fold(stem).replaceAll('_', ' ')).join('|');

/** SQL of a text in lower case, without accents, words between single spaces, a space at both ends. */
export const foldSql = (text: string): string =>
  `' ' || trim(regexp_replace(strip_accents(lower(${text})), '[^\\p{L}\\p{N}]+', ' ', 'g')) || ' '`;

/** The same for stems, which have `_` for a space. */
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
