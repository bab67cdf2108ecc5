import type {Preset} from './preset';

/** Lists of deals. No public page names the columns of its export: these are the names of its cards. */
export const presets: readonly Preset[] = [
  {
    name: 'naucrm/deals',
    system: 'NauCRM',
    kind: 'deals',
    sources: [],
    sampled: false,
    needs: [
      ['Сделка', 'Название сделки'],
      ['Контрагент', 'Клиент', 'Компания'],
      ['Сумма', 'Сумма сделки', 'Стоимость'],
      ['Вид сделки', 'Тип сделки'],
      ['Дата закрытия', 'Дата заключения', 'Фактическая дата закрытия']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Номер', 'Номер сделки', 'Сделка', 'Название сделки'],
      customer_id: ['Контрагент', 'Клиент', 'Компания'],
      purchased_on: ['Фактическая дата закрытия', 'Дата заключения', 'Дата закрытия'],
      amount: ['Сумма', 'Сумма сделки', 'Стоимость'],
      category: ['Вид сделки', 'Тип сделки'],
      currency: 'Валюта'
    },
    dates: 'day first',
    only: [
      {
        column: ['Состояние', 'Статус', 'Стадия'],
        keeps: 'values',
        values: ['Выиграна', 'Заключена', 'Завершена', 'Успешно завершена', 'Закрыта успешно', 'Исполнена']
      }
    ]
  }
];
