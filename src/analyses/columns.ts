import type {ResultColumn} from './analysis';

/** The kinds of columns that results are made of. */
export const text: ResultColumn = {type: 'VARCHAR', unit: 'text'};
export const category: ResultColumn = {type: 'VARCHAR', unit: 'class'};
export const count: ResultColumn = {type: 'BIGINT', unit: 'count'};
export const money: ResultColumn = {type: 'DECIMAL(38,4)', unit: 'money'};
/** a ratio, 0 to 1 and beyond, shown as per cent */
export const share: ResultColumn = {type: 'DOUBLE', unit: 'share'};
export const number: ResultColumn = {type: 'DOUBLE', unit: 'number'};
/** an average or rate of money */
export const rate: ResultColumn = {type: 'DOUBLE', unit: 'money'};
export const day: ResultColumn = {type: 'DATE', unit: 'date'};
export const month: ResultColumn = {type: 'DATE', unit: 'month'};
export const flag: ResultColumn = {type: 'BOOLEAN', unit: 'flag'};
