/**
 * Customer segmentation: load, clean, scale, reduce, cluster, choose k, profile and draw.
 *
 * In the examples `X` is a small table of four far groups and `labels` says which row is in which; `frame` is the
 * campaign sample as `loadDataset` reads it, `customers` the same cleaned and with features, and `profiles` three
 * segments of these customers.
 *
 * @packageDocumentation
 */

export { DBSCAN, type DBSCANOptions } from './cluster/density/dbscan';
export { DBSCANModel, type DBSCANModelJSON } from './cluster/density/dbscanModel';
export type { DensityClusters } from './cluster/density/densityClusters';
// Clustering
export {
  AgglomerativeClustering,
  type AgglomerativeJSON,
  AgglomerativeModel,
  type AgglomerativeOptions,
} from './cluster/hierarchy/agglomerative';
export { type Cut, cutTree } from './cluster/hierarchy/cutTree';
export { linkageMatrix } from './cluster/hierarchy/linkage';
export type { Linkage } from './cluster/hierarchy/linkages';
export { KMeans, type KMeansFitOptions, type KMeansOptions, kMeansSweep } from './cluster/kmeans/kMeans';
export {
  KMeansModel,
  type KMeansModelJSON,
  type KMeansResult,
  type KMeansStopReason,
} from './cluster/kmeans/kMeansModel';
export { type BICChoice, type ChooseByBICOptions, chooseByBIC } from './cluster/mixture/chooseByBIC';
export type { CovarianceType } from './cluster/mixture/covarianceTypes';
export type { MixtureInit } from './cluster/mixture/firstGroups';
export {
  GaussianMixture,
  type GaussianMixtureFitOptions,
  type GaussianMixtureOptions,
} from './cluster/mixture/gaussianMixture';
export {
  GaussianMixtureModel,
  type GaussianMixtureModelJSON,
  type MixtureStopReason,
} from './cluster/mixture/gaussianMixtureModel';
export type { MixtureCovariances } from './cluster/mixture/mixtureCovariances';
export type { MixtureStart } from './cluster/mixture/mixtureStart';
export { type GowerOptions, gowerDistances } from './cluster/prototypes/gowerDistances';
export { KPrototypes, type KPrototypesOptions } from './cluster/prototypes/kPrototypes';
export {
  KPrototypesModel,
  type KPrototypesModelJSON,
  type KPrototypesStopReason,
} from './cluster/prototypes/kPrototypesModel';
export { DistanceMatrix } from './cluster/shared/distanceMatrix';
// Contracts
export { InputError, type Mistake, type MistakeCode } from './core/errors';
export type { Clusterer, ClusterModel, ModelJSON, Transformer, TransformModel } from './core/estimator';
export { type DataFrameLike, Matrix, type MatrixLike, type TensorLike, toMatrix } from './core/matrix';
export type { NamedPart, Phrase } from './core/phrase';
export type { FitOptions, OnProgress, Progress } from './core/progress';
export { Random } from './core/random';
export type { NumberFormat, Table, TableCell, TableColumn } from './core/table';
// Dashboard
export { type Dashboard, type DashboardOptions, startDashboard } from './dashboard/server';
// Data sets and tables
export { CATALOG, datasetEntry } from './datasets/catalog/catalog';
export { type LoadDatasetOptions, type LoadedDataset, loadDataset } from './datasets/catalog/loadDataset';
export { type LocatedDataset, locateDataset } from './datasets/catalog/locateDataset';
export type { ColumnSchema, ColumnType, DatasetEntry, DatasetName, Dialect } from './datasets/catalog/schema';
export { type DataTableOptions, dataTable } from './datasets/dataTable';
export type { DownloadProgress, Patience } from './datasets/fetch/download';
export {
  type FetchDatasetOptions,
  type FetchedDataset,
  fetchDataset,
} from './datasets/fetch/fetchDataset';
export type { KaggleCredentials } from './datasets/fetch/kaggleCredentials';
export {
  columnOf,
  columnsOf,
  numericColumn,
  numericColumns,
  toNumericMatrix,
} from './datasets/frame/columns';
export { createFrame, danfo } from './datasets/frame/dataFrame';
export { type ReadCsvOptions, readCsv } from './datasets/read/csv/readCsv';
export type { Encoding } from './datasets/read/encodings';
export { type ReadTableOptions, readTable, type TableFile } from './datasets/read/readTable';
export type { TableFormat } from './datasets/read/tableFormat';
export { requireColumns } from './datasets/requireColumns';
export { quoteIdentifier } from './datasets/sql/identifiers';
export { type ImportedFile, type ImportFileOptions, importFile } from './datasets/sql/importFile';
export { openDatabase } from './datasets/sql/openDatabase';
export type { OpenDatabaseOptions } from './datasets/sql/openOptions';
export type { SqlEngine, SqlValue, SqlValues } from './datasets/sql/sqlEngine';
export { csvText, type WriteCsvOptions, writeCsv } from './datasets/write/writeCsv';
export { type FileToWrite, writeAllWhole, writeWhole } from './datasets/write/writeWhole';
export { type ChooseKOptions, chooseK, type KChoice } from './evaluate/chooseK/chooseK';
export { chooseKTable } from './evaluate/chooseK/chooseKTable';
export type { KEvaluation } from './evaluate/chooseK/evaluateKs';
export type { MakeClusterer } from './evaluate/chooseK/fitEachK';
export {
  type GapOptions,
  type GapRule,
  type GapStatistic,
  gapStatistic,
} from './evaluate/chooseK/gapStatistic';
export type { KRecommendation } from './evaluate/chooseK/recommendK';
export {
  type ClusteringComparison,
  type CompareOptions,
  compareClusterings,
} from './evaluate/compare/compareClusterings';
export type { ComparedClustering } from './evaluate/compare/comparedClustering';
export { comparisonTable } from './evaluate/compare/comparisonTable';
export { calinskiHarabasz } from './evaluate/indices/calinskiHarabasz';
export type { Better } from './evaluate/indices/clusterIndex';
export { daviesBouldin } from './evaluate/indices/daviesBouldin';
export { type Elbow, findElbow } from './evaluate/indices/elbow';
export type { PreferredKs } from './evaluate/indices/registry';
export { type Silhouette, silhouette, silhouettes } from './evaluate/indices/silhouette';
export { type SilhouetteBand, silhouetteBand } from './evaluate/indices/silhouetteBand';
export { type KDistances, type KDistancesOptions, kDistances } from './evaluate/kDistances';
// Choosing k and judging a clustering
export { adjustedRand } from './evaluate/stability/adjustedRand';
export type { Scheme, Stability } from './evaluate/stability/resampleStability';
export { type StabilityOptions, stability } from './evaluate/stability/stability';
export type { ColumnGroups, Reference } from './evaluate/structure/reference';
export type { Structure, StructureVerdict } from './evaluate/structure/structure';
// Features
export { type CampaignFeaturesOptions, campaignFeatures } from './features/campaign';
export { type ColumnWording, campaignWording } from './features/campaignWording';
export {
  type CleaningStep,
  type CleanTransactionsOptions,
  cleanTransactions,
  type Purchases,
} from './features/rfm/cleaning/cleanTransactions';
export {
  type LoadTransactionsOptions,
  loadTransactions,
  type Transactions,
} from './features/rfm/reading/loadTransactions';
export type { TransactionSource } from './features/rfm/reading/rawTransactions';
export { type RfmAnalysis, type RfmAnalysisOptions, rfmAnalysis } from './features/rfm/rfmAnalysis';
export { type Rfm, type RfmOptions, type RfmSegment, rfm } from './features/rfm/scoring/rfm';
export {
  RFM_SEGMENTS,
  type RfmSegmentMeaning,
  type RfmSegmentName,
  rfmSegment,
} from './features/rfm/scoring/rfmSegments';
export { scoreGrid } from './features/rfm/scoring/scoreGrid';
export { cohortRetention, revenueByMonthAndCountry } from './features/rfm/tables/purchaseTables';
export { cleaningTable, rfmActionTable, rfmSegmentTable } from './features/rfm/tables/rfmTables';
export type {
  TransactionColumnOptions,
  TransactionColumns,
  TransactionRole,
} from './features/rfm/transactionRoles';
// Notebooks
export { type Showable, show } from './notebook/show';
export { showMarkdown } from './notebook/showMarkdown';
// Figures
export { type AgreementHeatMapOptions, agreementHeatMap } from './plot/agreementHeatMap';
export type { ColumnLike, Columns, RawTable } from './plot/base/columns';
export type { Figure } from './plot/base/figure';
export { label, type Wording } from './plot/base/label';
export type { LogarithmicOption } from './plot/base/logarithmic';
export { segmentColor, segmentSymbol } from './plot/base/palette';
export type { ProjectionOptions } from './plot/base/projection';
export type { Records } from './plot/base/records';
export type { SegmentSize } from './plot/base/segmentSizes';
export type { FigureOptions } from './plot/base/theme';
export { type BoxPlotOptions, boxPlot } from './plot/boxPlot';
export {
  type CategoryBySegmentOptions,
  type CategoryCount,
  categoryBySegment,
} from './plot/categoryBySegment';
export {
  type ClusterIndicesOptions,
  clusterIndicesPlot,
  type IndexRow,
} from './plot/clusterIndicesPlot';
export { clusteringsSideBySide, type SideBySideOptions } from './plot/clusteringsSideBySide';
export { type CohortHeatMapOptions, cohortHeatMap } from './plot/cohortHeatMap';
export { type CorrelationHeatMapOptions, correlationHeatMap } from './plot/correlationHeatMap';
export { type DendrogramOptions, dendrogram } from './plot/dendrogram';
export { type ElbowOptions, type ElbowRow, elbowPlot } from './plot/elbowPlot';
export { type ExplainedVarianceOptions, explainedVariancePlot } from './plot/explainedVariancePlot';
export { type HistogramOptions, histogram } from './plot/histogram';
export { type KDistanceCurve, kDistancePlot } from './plot/kDistancePlot';
export { type LoadingsOptions, loadingsHeatMap } from './plot/loadingsHeatMap';
export { missingValuesPlot } from './plot/missingValuesPlot';
export { type ParetoCurveOptions, paretoCurve } from './plot/paretoCurve';
export { type ProfileHeatMapOptions, profileHeatMap } from './plot/profileHeatMap';
export { type ProfileLinesOptions, profileLines } from './plot/profileLines';
export { projection2d } from './plot/projection2d';
export { projection3d } from './plot/projection3d';
export { type RevenueByPeriodOptions, revenueByPeriod } from './plot/revenueByPeriod';
export { type RevenueBySegmentOptions, revenueBySegment } from './plot/revenueBySegment';
export { type RfmHeatMapOptions, rfmHeatMap } from './plot/rfmHeatMap';
export { type ScatterPlotOptions, scatterPlot } from './plot/scatterPlot';
export { type SegmentScatterOptions, segmentScatter } from './plot/segmentScatter';
export { segmentSizesPlot } from './plot/segmentSizesPlot';
export { segmentTreemap } from './plot/segmentTreemap';
export { silhouettePlot } from './plot/silhouettePlot';
export { type TimeHeatMapOptions, timeHeatMap } from './plot/timeHeatMap';
export { parseDates } from './preprocess/clean/dates';
export { dropColumns } from './preprocess/clean/dropColumns';
export { type DropRule, dropWhere } from './preprocess/clean/dropWhere';
export { type DropDuplicatesOptions, dropDuplicates } from './preprocess/clean/duplicates';
export {
  dropMissing,
  type FillMissingOptions,
  type FillStrategy,
  fillMissing,
} from './preprocess/clean/missing';
export {
  type ColumnOutliers,
  detectOutliers,
  dropOutliers,
  type OutlierOptions,
} from './preprocess/clean/outliers';
export type { Change, ChangeRecord, Recorded } from './preprocess/clean/record';
export { recordTable } from './preprocess/clean/recordTable';
export { replaceValues } from './preprocess/clean/replaceValues';
export { correlationMatrix } from './preprocess/correlationMatrix';
export { describe } from './preprocess/describe';
export { type MixedMatrix, type MixedMatrixOptions, mixedMatrix } from './preprocess/encode/mixedMatrix';
export { type OneHotEncodeOptions, oneHotEncode } from './preprocess/encode/oneHotEncode';
export { ordinalEncode } from './preprocess/encode/ordinalEncode';
// Cleaning, encoding, scaling
export type { AffineJSON, AffineModel } from './preprocess/scale/affine';
export { MinMaxScaler, MinMaxScalerModel, type MinMaxScalerOptions } from './preprocess/scale/minMaxScaler';
export { RobustScaler, RobustScalerModel, type RobustScalerOptions } from './preprocess/scale/robustScaler';
export {
  StandardScaler,
  StandardScalerModel,
  type StandardScalerOptions,
} from './preprocess/scale/standardScaler';
// Profiles, names, actions, strategies
export type { Advice } from './profile/actions/applyRules';
export type { RecommendedAction } from './profile/actions/recommendedActions';
export { type SegmentStrategies, segmentStrategies, strategyTable } from './profile/actions/strategies';
export { cramersV } from './profile/features/cramersV';
export {
  cliffsDelta,
  cohensH,
  type EffectMeasure,
  type EffectStrength,
  effectStrength,
  hedgesG,
} from './profile/features/effectSize';
export type {
  FeatureEffect,
  FeatureProfile,
  NumericFeature,
  NumericSummary,
  ShareFeature,
} from './profile/features/featureProfile';
export type { NameReason } from './profile/names/householdName';
export type { HouseholdTraits } from './profile/names/traits';
export type { ProfileOptions } from './profile/profileOptions';
export { actionTable, differenceTable, profileTable } from './profile/profileTable';
export { type ColumnRoleFound, inferColumnRoles } from './profile/roles/columnRoles';
export { type ColumnRole, columnRoles } from './profile/roles/roleLexicon';
export { profileSegments, type SegmentProfile } from './profile/segmentProfile';
// Dimensionality reduction
export { PCA, type PCAOptions } from './reduce/pca';
export { PCAModel, type PCAModelJSON, type PCAResult } from './reduce/pcaModel';
// Figures as files, reports
export { type BuildReportOptions, buildReport } from './report/buildReport';
export { type BuildRfmReportOptions, buildRfmReport } from './report/buildRfmReport';
export { reportHtml } from './report/page/reportHtml';
export type { PictureFormat } from './report/painter';
export type {
  Report,
  ReportBlock,
  ReportCard,
  ReportMeasure,
  ReportPoint,
  ReportPoints,
  ReportSection,
} from './report/report';
export { reportMarkdown } from './report/reportMarkdown';
export { type SavedFigure, type SaveFigureOptions, saveFigure } from './report/saveFigure';
export { writeReport } from './report/writeReport';
// Segmentation
export type { SegmentationAlgorithm } from './segmentation/algorithms';
export type { NotScored } from './segmentation/columns/readFeatures';
export type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from './segmentation/columns/segmentationColumn';
export {
  type IgnoredColumn,
  type SuggestedColumns,
  suggestColumns,
} from './segmentation/columns/suggestColumns';
export type { SegmentationJSON } from './segmentation/file/segmentationJSON';
export type { CompareAlgorithmsOptions } from './segmentation/fit/compareAlgorithms';
export type { Dimension } from './segmentation/fit/featureSpace';
export type { Projection, ProjectionAxis } from './segmentation/fit/projector';
export type { SegmentationFacts, SegmentationJudgment } from './segmentation/fit/segmentationResult';
export type { SegmentationScale } from './segmentation/scales';
export type { SegmentDrift } from './segmentation/score/otherCustomers';
export type { Prediction } from './segmentation/score/prediction';
export { Segmentation, type SegmentationFitOptions } from './segmentation/segmentation';
export { SegmentationModel } from './segmentation/segmentationModel';
export type { ResolvedOptions, SegmentationOptions } from './segmentation/segmentationOptions';
export type { DecimalMark } from './table/recognize/numberText';
export type { CustomerTable } from './table/typedTable';
// Tensors
export { tensorflow } from './tensor/tensorflow';
