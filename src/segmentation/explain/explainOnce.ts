import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { algorithmOf } from '../algorithms';
import type { SegmentationFacts, TrainingCustomers } from '../fit/segmentationResult';
import type { Scoring } from '../score/scoring';
import { columnImportance } from './columnImportance';
import { describeSegments } from './conditions/describeSegments';
import { exampleCustomers } from './exampleCustomers';
import type { Explanation, SegmentExplanation } from './explanation';

/** Explains a fit when it is first asked for, and remembers it. */
export function explainOnce(
  customers: TrainingCustomers,
  { columns, k, profiles, options }: Pick<SegmentationFacts, 'columns' | 'k' | 'profiles' | 'options'>,
  scoring: Scoring,
): () => Explanation {
  const { seed } = options;
  const isSlow = algorithmOf(options.algorithm).storesCustomers(options);
  let known: Explanation | undefined;
  return () => {
    known ??= {
      segments: explained(),
      importance:
        k < 2 ? [] : columnImportance(scoring, customers.values, customers.labels, { seed, isSlow }),
    };
    return known;
  };

  function explained(): SegmentExplanation[] {
    if (k === 0) return [];
    const { values, given, labels, keptRows, space, toCluster } = customers;
    const roleOf = new Map<string, ColumnRole>(
      profiles[0].features.map(({ column, role }) => [column, role]),
    );
    const meanings = columns.map(({ name }) => ({ role: roleOf.get(name) }));
    const common = { labels, segments: k, space, seed };
    const rules = describeSegments({ ...common, columns, values, given, meanings });
    const clustered = toCluster.space;
    const examples = exampleCustomers({ ...common, keptRows, clustered, measure: scoring.measure });
    return rules.map((rule, segment) => ({ segment, ...rule, ...examples[segment] }));
  }
}
