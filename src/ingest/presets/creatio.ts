import type {Preset} from './preset';

/** Sections as their export to Excel names the columns: in English and Russian (bpm'online, Terrasoft). */
export const presets: readonly Preset[] = [
  {
    name: 'creatio/orders',
    system: 'Creatio (Terrasoft)',
    kind: 'orders',
    sources: [],
    sampled: false,
    needs: [
      ['Number', 'Номер'],
      ['Account', 'Customer', 'Контрагент', 'Клиент'],
      ['Payment status', 'Состояние оплаты'],
      ['Delivery status', 'Состояние доставки', 'Состояние поставки'],
      ['Total', 'Итого', 'Amount', 'Сумма']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Number', 'Номер'],
      customer_id: ['Account', 'Customer', 'Контрагент', 'Клиент', 'Contact', 'Контакт'],
      purchased_on: ['Date', 'Дата', 'Actual date', 'Дата выполнения', 'Created on', 'Дата создания'],
      amount: ['Total', 'Итого', 'Amount', 'Сумма'],
      currency: ['Currency', 'Валюта'],
      status: ['Status', 'Состояние']
    },
    dates: 'day first',
    only: [{column: ['Status', 'Состояние'], keeps: 'others', values: ['Draft', 'Черновик', '1. Draft', '1. Черновик']}]
  },
  {
    name: 'creatio/opportunities',
    system: 'Creatio (Terrasoft)',
    kind: 'opportunities',
    sources: [],
    sampled: false,
    needs: [
      ['Customer', 'Account', 'Клиент', 'Контрагент'],
      ['Stage', 'Стадия'],
      ['Opportunity amount', 'Сумма продажи', 'Бюджет', 'Budget'],
      ['Closing date', 'Closed on', 'Дата закрытия']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Number', 'Номер', 'Opportunity', 'Title', 'Продажа', 'Название', 'Name'],
      customer_id: ['Customer', 'Account', 'Клиент', 'Контрагент'],
      purchased_on: ['Closing date', 'Closed on', 'Дата закрытия'],
      amount: ['Opportunity amount', 'Сумма продажи', 'Budget', 'Бюджет'],
      category: ['Opportunity type', 'Тип продажи', 'Type', 'Тип'],
      channel: ['Sales channel', 'Канал продажи', 'Source', 'Источник']
    },
    dates: 'day first',
    only: [
      {
        column: ['Stage', 'Стадия'],
        keeps: 'values',
        values: ['Closed won', 'Won', 'Завершена успешно', 'Завершение с победой', 'Закрыта с победой', 'Выиграна']
      }
    ]
  }
];
