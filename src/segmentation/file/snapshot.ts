import { deserialize, serialize } from 'node:v8';
import { Matrix } from '../../core/matrix';
import { PCAModel, type PCAModelJSON } from '../../reduce/pcaModel';
import { algorithmOf } from '../algorithms';
import { explainOnce } from '../explain/explainOnce';
import type { Dimension } from '../fit/featureSpace';
import { judgmentOf } from '../fit/judgment';
import type { SegmentationFacts, SegmentationResult, TrainingCustomers } from '../fit/segmentationResult';

/** Numbers of a matrix without its methods. */
type PlainMatrix = Pick<Matrix, 'data' | 'rows' | 'cols' | 'columns'>;

/** A fit as plain data, typed arrays among it. */
interface Snapshot {
  facts: SegmentationFacts;
  scoring: { dimensions: readonly Dimension[]; pca: PCAModelJSON | null; rule: object };
  projection: Omit<SegmentationResult['projection'], 'coordinates'> & { coordinates: PlainMatrix };
  training: Omit<TrainingCustomers, 'space' | 'toCluster' | 'customers' | 'project'> & {
    space: PlainMatrix;
    toCluster: Omit<TrainingCustomers['toCluster'], 'space'> & { space: PlainMatrix };
  };
}

/**
 * A fit for another process of this machine and version, which then neither reads the table nor fits again. Unlike a
 * model file it holds where the customers lie and who they are, is not judged first, and is not checked when read.
 * Cost: O(customers · dimensions), 50,000 × 10 some 10 ms.
 */
export function writeSnapshot({ facts, scoring, projection, training }: SegmentationResult): Uint8Array {
  const { customers, project, ...places } = training!;
  const { dimensions, pca, rule } = scoring;
  const space = plain(places.space);
  const clustered = places.toCluster.space === places.space ? space : plain(places.toCluster.space);
  const snapshot: Snapshot = {
    facts,
    scoring: { dimensions, pca: pca?.toJSON() ?? null, rule },
    projection: { ...projection, coordinates: plain(projection.coordinates) },
    training: { ...places, space, toCluster: { ...places.toCluster, space: clustered } },
  };
  return serialize(snapshot);
}

/** What `writeSnapshot` wrote. */
export function readSnapshot(bytes: Uint8Array): SegmentationResult {
  const { facts, scoring, projection, training }: Snapshot = deserialize(bytes);
  const { dimensions, pca, rule } = scoring;
  const { columns, algorithm, k } = facts;
  const space = matrix(training.space);
  const clustered = training.toCluster.space;
  const places: TrainingCustomers = {
    ...training,
    space,
    toCluster: {
      ...training.toCluster,
      space: clustered === training.space ? space : matrix(clustered),
    },
    customers: null,
    project: null,
  };
  const measure = algorithmOf(algorithm).rule.read(rule, k);
  const placing = { columns, dimensions, pca: pca && PCAModel.fromJSON(pca), rule, measure };
  return {
    facts,
    ...judgmentOf(places, facts, { measure }),
    explain: explainOnce(places, facts, placing),
    scoring: placing,
    projection: { ...projection, coordinates: matrix(projection.coordinates) },
    training: places,
  };
}

function plain({ data, rows, cols, columns }: Matrix): PlainMatrix {
  return { data, rows, cols, columns };
}

function matrix({ data, rows, cols, columns }: PlainMatrix): Matrix {
  return new Matrix(data, rows, cols, columns);
}
