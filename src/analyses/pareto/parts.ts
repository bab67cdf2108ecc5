import type {Part} from '../analysis';
import * as is from '../columns';

/** Money times per cent in tenths, not yet rounded. */
const exactMoney = {type: 'DECIMAL(38,7)', unit: 'money'} as const;

/** The rows of the pictures beside the ranking. */
export const parts = {
  summary: {
    model: 'pareto_summary',
    order: [],
    columns: {
      entities: is.count,
      total: is.money,
      top_20: is.count,
      top_20_share: is.share,
      for_limit: is.count,
      largest_share: is.share,
      negative: is.count,
      negative_value: is.money,
      peak_share: is.share,
      gini: is.number
    }
  },
  top: {
    model: 'pareto_top',
    order: ['percentage'],
    columns: {percentage: {type: 'INTEGER', unit: 'count'}, entities: is.count, value: is.money, share: is.share}
  },
  classes: {
    model: 'pareto_class',
    order: ['class'],
    columns: {
      class: is.category,
      entities: is.count,
      entities_share: is.share,
      value: is.money,
      share: is.share,
      rank_from: is.count,
      rank_to: is.count
    }
  },
  bars: {
    model: 'pareto_bar',
    order: ['bar'],
    columns: {
      bar: is.count,
      rank_from: is.count,
      rank_to: is.count,
      id: is.text,
      name: is.text,
      value: is.money,
      share: is.share,
      cumulative_share: is.share,
      class: is.category
    }
  },
  lorenz: {
    model: 'pareto_lorenz',
    order: ['entities_share', 'share'],
    columns: {entities_share: is.share, share: is.share}
  },
  steps: {
    model: 'pareto_step',
    order: ['entities'],
    columns: {entities: is.count, value: is.money, share: is.share}
  },
  whale: {
    model: 'pareto_whale',
    order: ['entities'],
    columns: {entities: is.count, entities_share: is.share, value: is.money, share: is.share}
  },
  peak: {
    model: 'pareto_peak',
    order: [],
    columns: {
      entities: is.count,
      total: is.money,
      peak: is.money,
      peak_share: is.share,
      before_peak: is.count,
      before_peak_share: is.share,
      losing: is.count,
      losing_from: is.count,
      destroyed: is.money,
      destroyed_share: is.share
    }
  },
  claims: {
    model: 'pareto_claim',
    order: ['claim'],
    columns: {
      claim: is.category,
      percentage: {type: 'INTEGER', unit: 'count'},
      claimed_from: is.share,
      claimed_to: is.share,
      entities: is.count,
      value: is.money,
      share: is.share,
      needed: is.count,
      needed_share: is.share
    }
  },
  concentration: {
    model: 'pareto_concentration',
    order: [],
    columns: {
      id: is.text,
      name: is.text,
      value: is.money,
      share: is.share,
      positive: is.count,
      hhi: is.number,
      effective: is.number
    }
  },
  losses: {
    model: 'pareto_loss',
    order: ['entities'],
    columns: {
      entities: is.count,
      net_sales: is.money,
      net_sales_share: is.share,
      profit: is.money,
      profit_share: is.share
    }
  },
  whatif: {
    model: 'pareto_whatif',
    order: ['scenario'],
    columns: {
      scenario: is.category,
      entities: is.count,
      changed: is.count,
      net_sales: exactMoney,
      sales_change: exactMoney,
      sales_change_share: is.share,
      profit: exactMoney,
      profit_change: exactMoney,
      profit_change_share: is.share,
      top_20_share: is.share
    }
  },
  moves: {
    model: 'pareto_moves',
    order: ['class_before', 'class_now', 'place'],
    late: true,
    columns: {
      class_before: is.category,
      class_now: is.category,
      place: is.count,
      id: is.text,
      name: is.text,
      entities: is.count,
      before: is.money,
      now: is.money
    }
  },
  trend: {
    model: 'pareto_trend',
    order: ['period'],
    late: true,
    columns: {
      period: is.day,
      period_end: is.day,
      entities: is.count,
      value: is.money,
      top_20: is.count,
      top_20_share: is.share,
      largest_share: is.share,
      gini: is.number,
      complete: is.flag
    }
  }
} as const satisfies Record<string, Part>;
