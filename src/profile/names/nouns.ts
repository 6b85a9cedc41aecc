import { type Trade, tradeOf } from '../roles/trade';
import type { Traits } from './traits';

/** What the customers of a trade are called. */
export interface Nouns {
  customers: string;
  /** Of those who come often or lately. */
  buyers: string;
  /** Who pays most: 'big spenders'. */
  spenders: string;
  budget: string;
  /** What they pay at one time: 'with large orders'. */
  orders: string;
}

const NOUNS: Record<Trade, Nouns> = {
  shop: {
    customers: 'customers',
    buyers: 'buyers',
    spenders: 'spenders',
    budget: 'budget shoppers',
    orders: 'orders',
  },
  service: {
    customers: 'customers',
    buyers: 'customers',
    spenders: 'spenders',
    budget: 'budget customers',
    orders: 'payments',
  },
  stays: {
    customers: 'guests',
    buyers: 'guests',
    spenders: 'spenders',
    budget: 'budget guests',
    orders: 'bills',
  },
  giving: {
    customers: 'donors',
    buyers: 'donors',
    spenders: 'donors',
    budget: 'low-income small donors',
    orders: 'gifts',
  },
};

/** The nouns for the customers of a table. */
export function nounsOf({ features }: Pick<Traits, 'features'>): Nouns {
  return NOUNS[tradeOf(features)];
}
