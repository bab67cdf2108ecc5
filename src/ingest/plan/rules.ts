import {literal} from '../../engine/sql';
import type {PurchaseKind} from '../types';

/** What the kind of a purchase is told by, as SQL; null where the file has none. */
export interface KindSigns {
  transaction: string | null;
  status: string | null;
  amount: string;
  quantity: string | null;
  /** whether ids like `C536379` cancel purchases in this file */
  cancelling: boolean;
  /** SQL type of what is given */
  kindType: string;
}

/**
 * The kind of a purchase, as SQL text: `cancellation` where its id or status says so, else `return` for a negative
 * amount or quantity, `free` for amount 0, `sale`. An order that was cancelled or paid back as a whole is a cancellation
 * whatever its amount.
 */
export function kindSql({transaction, status, amount, quantity, cancelling, kindType}: KindSigns): string {
  const negative = quantity === null ? `${amount} < 0` : `(${amount} < 0 or ${quantity} < 0)`;
  const kind = (name: PurchaseKind): string => `'${name}'::${kindType}`;
  return `case
    ${transaction !== null && cancelling ? `when ${isCancellingSql(transaction)} then ${kind('cancellation')}` : ''}
    ${status === null ? '' : `when ${saysUndoneSql(status, amount)} then ${kind('cancellation')}`}
    when ${negative} then ${kind('return')}
    when ${amount} = 0 then ${kind('free')}
    else ${kind('sale')} end`;
}

/** Whether an id is a C and digits, as invoices that cancel others are numbered. */
export const isCancellingSql = (transaction: string): string =>
  `case when starts_with(${transaction}, 'C') or starts_with(${transaction}, 'c')
    then regexp_full_match(${transaction}, '[Cc][0-9]+') else false end`;

/** Whether a status says that the purchase was cancelled, or, where it still shows its price, paid back. */
export function saysUndoneSql(status: string, amount: string): string {
  const said = `lower(trim(${status}))`;
  return `coalesce(case when ${said} in (${list(cancelled)}) then true
    when ${amount} > 0 then ${said} in (${list(paidBack)}) else false end, false)`;
}

const list = (words: readonly string[]): string => words.map((word) => literal(word)).join(', ');

const cancelled = [
  ...['cancelled', 'canceled', 'cancel', 'cancellation', 'void', 'voided', 'failed', 'declined'],
  ...['storniert', 'storno', 'annulliert', 'abgebrochen', 'fehlgeschlagen'],
  ...[
    'avbruten',
    'annullerad',
    'makulerad',
    'avbokad',
    'annulleret',
    'annullert',
    'kansellert',
    'peruttu',
    'peruutettu'
  ],
  ...['geannuleerd', 'annulé', 'annulée', 'annule', 'cancelado', 'cancelada', 'anulado', 'anulada'],
  ...[
    'annullato',
    'annullata',
    'cancellato',
    'anulowane',
    'anulowany',
    'anulowana',
    'zrušeno',
    'zrušená',
    'stornováno'
  ],
  ...['preklicano', 'stornirano', 'otkazano', 'törölve', 'lemondva', 'anulat', 'anulată', 'iptal', 'iptal edildi'],
  ...['отменен', 'отменён', 'отменена', 'отменено', 'скасовано', 'ακυρώθηκε']
];

const paidBack = [
  ...['refunded', 'returned', 'chargeback', 'erstattet', 'rückerstattet', 'zurückerstattet', 'retourniert'],
  ...[
    'återbetald',
    'returnerad',
    'refunderet',
    'refundert',
    'terugbetaald',
    'geretourneerd',
    'remboursé',
    'remboursée'
  ],
  ...['reembolsado', 'reembolsada', 'devuelto', 'devolvido', 'rimborsato', 'rimborsata', 'reso', 'zwrócone', 'zwrot'],
  ...['vráceno', 'vrnjeno', 'visszatérítve', 'возврат', 'возвращен', 'возвращён']
];
