import {describe, expect, it} from 'vitest';
import {languageOf, meaningOf} from './dictionary';

describe('a column name means the same however it is written', () => {
  it.each([
    ['customer_id', 'customer+id'],
    ['CustomerID', 'customer+id'],
    ['CUSTOMER ID', 'customer+id'],
    ['Customer No.', 'customer+id'],
    ['customerid', 'customer+id'],
    ['Kundennummer', 'customer+id'],
    ['Kunden-Nr.', 'customer+id'],
    ['KUNDNR', 'customer+id'],
    ['N° client', 'customer+id'],
    ['Код клиента', 'customer+id'],
    ['Número de cliente', 'customer+id'],
    ['Código do cliente', 'customer+id'],
    ['Codice cliente', 'customer+id'],
    ['Klantnummer', 'customer+id'],
    ['Numer klienta', 'customer+id'],
    ['Šifra kupca', 'customer+id'],
    ['InvoiceDate', 'date+order'],
    ['Rechnungsdatum', 'date+order'],
    ['Date de facture', 'date+order'],
    ['Fakturadatum', 'date+order'],
    ['Datum računa', 'date+order'],
    ['Дата заказа', 'date+order'],
    ['Fecha de compra', 'date+order'],
    ['Data do pedido', 'date+order'],
    ['Data ordine', 'date+order'],
    ['Besteldatum', 'date+order'],
    ['Factuurdatum', 'date+order'],
    ['Data zamówienia', 'date+order'],
    ['Umsatz', 'sale'],
    ['Belopp', 'amount'],
    ['Montant', 'amount'],
    ['Znesek', 'amount'],
    ['Сумма', 'amount'],
    ['Importe', 'amount'],
    ['Bedrag', 'amount'],
    ['Kwota', 'amount'],
    ['Waehrung', 'currency'],
    ['Währung', 'currency'],
    ['Einzelpreis', 'price+unit'],
    ['À-pris', 'price+unit'],
    ['Prix unitaire', 'price+unit'],
    ['Cena na enoto', 'price+unit'],
    ['Цена за единицу', 'price+unit'],
    ['Precio unitario', 'price+unit'],
    ['Prezzo unitario', 'price+unit'],
    ['Preço unitário', 'price+unit'],
    ['Stukprijs', 'price+unit'],
    ['Cena jednostkowa', 'price+unit'],
    // DATEV, SAP, Sage
    ['Belegfeld 1', 'order'],
    ['Debitorennummer', 'customer+id'],
    ['Rechnungsempfänger', 'customer'],
    ['Betrag ohne MwSt.', 'amount+net'],
    ['Bruttobetrag', 'amount+gross'],
    ['Materialnummer', 'id+product'],
    ['Wareneinsatz', 'cost'],
    ['Sold-to party', 'customer'],
    ['Amount excl. VAT', 'amount+net'],
    ['Code tiers', 'customer+id'],
    ['Date pièce', 'date+order'],
    ['Total HT', 'amount+net'],
    // Fortnox, Visma
    ['Kundnummer', 'customer+id'],
    ['Belopp exkl. moms', 'amount+net'],
    ['Summa inkl moms', 'amount+gross'],
    // Minimax, e-računi
    ['Znesek brez DDV', 'amount+net'],
    ['Skupaj z DDV', 'amount+gross'],
    ['Številka dokumenta', 'id+order'],
    // Exact
    ['Relatiecode', 'customer+id'],
    ['Bedrag excl. btw', 'amount+net'],
    ['Boekstuknummer', 'id+order'],
    // ContaPlus, Sage
    ['Base imponible', 'net'],
    ['Importe sin IVA', 'amount+net'],
    ['Fecha documento', 'date+order'],
    // Primavera
    ['Valor sem IVA', 'amount+net'],
    ['Data da nota fiscal', 'date+order'],
    ['Totale documento', 'amount+order'],
    ['Importo IVA esclusa', 'amount+net'],
    // inFakt, Comarch
    ['Wartość netto', 'amount+net'],
    ['Numer dokumentu', 'id+order'],
    ['Płatnik', 'customer'],
    // 1С
    ['Сумма без НДС', 'amount+net'],
    ['Сумма с НДС', 'amount+gross'],
    ['Регистратор', 'order'],
    ['Плательщик', 'customer'],
    ['Umsatzsteuer', 'tax'],
    ['Umsatzart', 'kind+sale'],
    ['Zahlungsart', 'kind+payment'],
    ['__proto__', ''],
    ['constructor', ''],
    ['', ''],
    ['123', '']
  ])('%s', (name, concepts) => {
    expect([...meaningOf(name).concepts].sort().join('+')).toBe(concepts);
  });
});

it('tells the language of a file by its column names', () => {
  expect(languageOf(['Kundnr', 'Land', 'Belopp', 'Antal'])).toBe('sv');
  expect(languageOf(['Kundennummer', 'Land', 'Betrag', 'Menge'])).toBe('de');
  expect(languageOf(['customer', 'date', 'total'])).toBe('en');
  expect(languageOf(['x1', 'x2'])).toBe('en');
});

it('gives up on names of 200 kB at once', () => {
  const start = performance.now();
  for (const name of ['a'.repeat(200_000), 'aB'.repeat(100_000), 'kunden'.repeat(30_000), ' '.repeat(200_000)])
    meaningOf(name);
  expect(performance.now() - start).toBeLessThan(100);
});

it('understands 20,000 names in time', () => {
  const start = performance.now();
  for (let index = 0; index < 20_000; index++) meaningOf(`kundenrechnungsnummer${index}spalte`);
  expect(performance.now() - start).toBeLessThan(2000);
});
