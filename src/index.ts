/**
 * Customer segmentation: load, clean, scale, reduce, cluster, choose k, profile and draw.
 *
 * In the examples `X` is a small table of four far groups and `labels` says which row is in which; `frame` is the
 * campaign sample as `loadDataset` reads it, `customers` the same cleaned and with features, and `profiles` three
 * segments of these customers.
 *
 * @packageDocumentation
 */
export { DBSCAN } from './cluster/density/dbscan';
export { DBSCANModel } from './cluster/density/dbscanModel';
export { HDBSCAN } from './cluster/density/hdbscan';
export { HDBSCANModel } from './cluster/density/hdbscanModel';
export { AgglomerativeClustering, AgglomerativeModel } from './cluster/hierarchy/agglomerative';
export { cutTree } from './cluster/hierarchy/cutTree';
export { linkageMatrix } from './cluster/hierarchy/linkage';
export type { Linkage } from './cluster/hierarchy/linkages';
export { KMeans, kMeansSweep } from './cluster/kmeans/kMeans';
export { KMeansModel } from './cluster/kmeans/kMeansModel';
export { chooseByBIC } from './cluster/mixture/chooseByBIC';
export { GaussianMixture } from './cluster/mixture/gaussianMixture';
export { GaussianMixtureModel } from './cluster/mixture/gaussianMixtureModel';
export { gowerDistances } from './cluster/prototypes/gowerDistances';
export { KPrototypes } from './cluster/prototypes/kPrototypes';
export { KPrototypesModel } from './cluster/prototypes/kPrototypesModel';
export { DistanceMatrix } from './cluster/shared/distanceMatrix';
export { InputError, type Mistake, type MistakeCode } from './core/errors';
export type { Clusterer, ClusterModel } from './core/estimator';
export { type DataFrameLike, Matrix, type MatrixLike, toMatrix } from './core/matrix';
export type { OnProgress, Progress } from './core/progress';
export { Random } from './core/random';
export type { Table, TableColumn } from './core/table';
export { CATALOG, datasetEntry } from './datasets/catalog/catalog';
export { loadDataset } from './datasets/catalog/loadDataset';
export { locateDataset } from './datasets/catalog/locateDataset';
export { dataTable } from './datasets/dataTable';
export { fetchDataset } from './datasets/fetch/fetchDataset';
export { columnOf, columnsOf, numericColumn, toNumericMatrix } from './datasets/frame/columns';
export { createFrame } from './datasets/frame/dataFrame';
export { type ReadTableOptions, readTable, type TableFile } from './datasets/read/readTable';
export { writeCsv } from './datasets/write/writeCsv';
export { chooseK, type KChoice } from './evaluate/chooseK/chooseK';
export { chooseKTable } from './evaluate/chooseK/chooseKTable';
export { gapStatistic } from './evaluate/chooseK/gapStatistic';
export { compareClusterings } from './evaluate/compare/compareClusterings';
export { comparisonTable } from './evaluate/compare/comparisonTable';
export { calinskiHarabasz } from './evaluate/indices/calinskiHarabasz';
export { daviesBouldin } from './evaluate/indices/daviesBouldin';
export { findElbow } from './evaluate/indices/elbow';
export { silhouette, silhouettes } from './evaluate/indices/silhouette';
export { silhouetteBand } from './evaluate/indices/silhouetteBand';
export { kDistances } from './evaluate/kDistances';
export { adjustedRand } from './evaluate/stability/adjustedRand';
export { stability } from './evaluate/stability/stability';
export type { StructureVerdict } from './evaluate/structure/structure';
export { campaignFeatures } from './features/campaign/campaignFeatures';
export { campaignWording } from './features/campaign/campaignWording';
export { type DetectedTransactions, detectTransactions } from './features/rfm/detect/detectTransactions';
export { show } from './notebook/show';
export { showMarkdown } from './notebook/showMarkdown';
export type { Figure } from './plot/base/figure';
export { parseDates } from './preprocess/clean/dates';
export { dropColumns } from './preprocess/clean/dropColumns';
export { dropWhere } from './preprocess/clean/dropWhere';
export { dropDuplicates } from './preprocess/clean/duplicates';
export { dropMissing, fillMissing } from './preprocess/clean/missing';
export { detectOutliers, dropOutliers } from './preprocess/clean/outliers';
export { recordTable } from './preprocess/clean/recordTable';
export { replaceValues } from './preprocess/clean/replaceValues';
export { correlationMatrix } from './preprocess/correlationMatrix';
export { describe } from './preprocess/describe';
export { mixedMatrix } from './preprocess/encode/mixedMatrix';
export { oneHotEncode } from './preprocess/encode/oneHotEncode';
export { ordinalEncode } from './preprocess/encode/ordinalEncode';
export { MinMaxScaler, MinMaxScalerModel } from './preprocess/scale/minMaxScaler';
export { RobustScaler, RobustScalerModel } from './preprocess/scale/robustScaler';
export { StandardScaler, StandardScalerModel } from './preprocess/scale/standardScaler';
export { segmentStrategies, strategyTable } from './profile/actions/strategies';
export { cramersV } from './profile/features/cramersV';
export { cliffsDelta, cohensH, effectStrength, hedgesG } from './profile/features/effectSize';
export { actionTable, differenceTable, profileTable } from './profile/profileTable';
export { inferColumnRoles } from './profile/roles/columnRoles';
export { profileSegments, type SegmentProfile } from './profile/segmentProfile';
export { PCA } from './reduce/pca';
export { PCAModel } from './reduce/pcaModel';
export type { SegmentationAlgorithm } from './segmentation/algorithms';
export { suggestColumns } from './segmentation/columns/suggestColumns';
export { explanationTable, importanceTable } from './segmentation/explain/explanationTable';
export type { SegmentationOptions } from './segmentation/options';
export type { Prediction } from './segmentation/score/prediction';
export {
  type SegmentsTableOptions,
  segmentsTable,
  type WrittenCustomers,
} from './segmentation/score/scoredTable';
export { Segmentation } from './segmentation/segmentation';
export { SegmentationModel } from './segmentation/segmentationModel';
export type { CustomerTable } from './table/typedTable';
export { useEngine } from './tensor/chooseEngine';
export type { EngineName } from './tensor/engine';
