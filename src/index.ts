/**
 * Customer segmentation: load, clean, scale, reduce, cluster, choose k, profile and draw.
 *
 * In the examples `X` is a small table of four far groups and `labels` says which row is in which; `frame` is the
 * campaign sample as `loadDataset` reads it, `customers` the same cleaned and with features, and `profiles` three
 * segments of these customers.
 *
 * @packageDocumentation
 */

// Clustering
export {
  AgglomerativeClustering,
  type AgglomerativeJSON,
  AgglomerativeModel,
  type AgglomerativeOptions,
} from './cluster/agglomerative';
export { type Cut, cutTree } from './cluster/cutTree';
export { DBSCAN, type DBSCANOptions } from './cluster/dbscan';
export { DBSCANModel, type DBSCANModelJSON } from './cluster/dbscanModel';
export type { DensityClusters } from './cluster/densityClusters';
export { DistanceMatrix } from './cluster/distanceMatrix';
export { type GowerOptions, gowerDistances } from './cluster/gowerDistances';
export { KMeans, type KMeansFitOptions, type KMeansOptions, kMeansSweep } from './cluster/kMeans';
export {
  KMeansModel,
  type KMeansModelJSON,
  type KMeansResult,
  type KMeansStopReason,
} from './cluster/kMeansModel';
export { KPrototypes, type KPrototypesOptions } from './cluster/kPrototypes';
export {
  KPrototypesModel,
  type KPrototypesModelJSON,
  type KPrototypesStopReason,
} from './cluster/kPrototypesModel';
export { linkageMatrix } from './cluster/linkage';
export type { Linkage } from './cluster/linkages';
// Contracts
export { InputError } from './core/errors';
export type { Clusterer, ClusterModel, ModelJSON, Transformer, TransformModel } from './core/estimator';
export { type DataFrameLike, Matrix, type MatrixLike, type TensorLike, toMatrix } from './core/matrix';
export type { FitOptions, OnProgress, Progress } from './core/progress';
export { Random } from './core/random';
export type { NumberFormat, Table, TableCell, TableColumn } from './core/table';
// Dashboard
export { type Dashboard, type DashboardOptions, startDashboard } from './dashboard/server';
// Data sets and tables
export { CATALOGUE, datasetEntry } from './datasets/catalogue';
export { columnOf, columnsOf, numericColumn, numericColumns, toNumericMatrix } from './datasets/columns';
export { type Cell, createFrame, danfo } from './datasets/dataFrame';
export { type DataTableOptions, dataTable } from './datasets/dataTable';
export type { DownloadProgress, Patience } from './datasets/download';
export type { Encoding } from './datasets/encodings';
export {
  type FetchDatasetOptions,
  type FetchedDataset,
  fetchDataset,
} from './datasets/fetchDataset';
export type { KaggleCredentials } from './datasets/kaggleCredentials';
export { type LoadDatasetOptions, type LoadedDataset, loadDataset } from './datasets/load';
export { type LocatedDataset, locateDataset } from './datasets/locateDataset';
export type { DecimalMark } from './datasets/numberText';
export { type ReadCsvOptions, readCsv } from './datasets/readCsv';
export { type ReadTableOptions, readTable, type TableFile } from './datasets/readTable';
export { requireColumns } from './datasets/requireColumns';
export type { ColumnSchema, ColumnType, DatasetEntry, DatasetName, Dialect } from './datasets/schema';
export { quoteIdentifier } from './datasets/sql/identifiers';
export { type ImportedFile, type ImportFileOptions, importFile } from './datasets/sql/importFile';
export { type OpenDatabaseOptions, openDatabase } from './datasets/sql/openDatabase';
export type { SqlEngine, SqlValue, SqlValues } from './datasets/sql/sqlEngine';
export type { TableData } from './datasets/tableData';
export type { TableFormat } from './datasets/tableFormat';
export { csvText, type WriteCsvOptions, writeCsv } from './datasets/writeCsv';
export { type FileToWrite, writeAllWhole, writeWhole } from './datasets/writeWhole';
// Choosing k and judging a clustering
export { adjustedRand } from './evaluate/adjustedRand';
export { calinskiHarabasz } from './evaluate/calinskiHarabasz';
export { type ChooseKOptions, chooseK, type KChoice } from './evaluate/chooseK';
export { chooseKTable } from './evaluate/chooseKTable';
export {
  type ClusteringComparison,
  type CompareOptions,
  compareClusterings,
} from './evaluate/compareClusterings';
export type { ComparedClustering } from './evaluate/comparedClustering';
export { comparisonTable } from './evaluate/comparisonTable';
export { daviesBouldin } from './evaluate/daviesBouldin';
export type { KEvaluation } from './evaluate/evaluateKs';
export { type Elbow, findElbow } from './evaluate/findElbow';
export { type GapOptions, type GapRule, type GapStatistic, gapStatistic } from './evaluate/gapStatistic';
export { type KDistances, type KDistancesOptions, kDistances } from './evaluate/kDistances';
export type { PreferredKs } from './evaluate/preferredKs';
export type { KRecommendation } from './evaluate/recommendK';
export type { Reference, Together } from './evaluate/reference';
export type { Scheme, Stability } from './evaluate/resampleStability';
export { type Silhouette, silhouette, silhouettes } from './evaluate/silhouette';
export { type SilhouetteBand, silhouetteBand } from './evaluate/silhouetteBand';
export { type StabilityOptions, stability } from './evaluate/stability';
export type { Structure, StructureVerdict } from './evaluate/structure';
export type { MakeClusterer } from './evaluate/sweep';
// Features
export { type CampaignFeaturesOptions, campaignFeatures } from './features/campaign';
export { type ColumnWording, campaignWording } from './features/campaignWording';
export {
  type CleaningStep,
  type CleanTransactionsOptions,
  cleanTransactions,
  type Purchases,
} from './features/rfm/cleanTransactions';
export {
  type LoadTransactionsOptions,
  loadTransactions,
  type Transactions,
} from './features/rfm/loadTransactions';
export { cohortRetention, revenueByMonthAndCountry } from './features/rfm/purchaseTables';
export type { TransactionSource } from './features/rfm/rawTable';
export { type Rfm, type RfmOptions, type RfmSegment, rfm } from './features/rfm/rfm';
export { type RfmAnalysis, type RfmAnalysisOptions, rfmAnalysis } from './features/rfm/rfmAnalysis';
export {
  RFM_SEGMENTS,
  type RfmSegmentMeaning,
  type RfmSegmentName,
  rfmSegment,
} from './features/rfm/rfmSegments';
export { cleaningTable, rfmActionTable, rfmSegmentTable } from './features/rfm/rfmTables';
export { scoreGrid } from './features/rfm/scoreGrid';
export type { GivenColumns, TransactionColumns, TransactionRole } from './features/rfm/transactionColumns';
// Notebooks
export { type Showable, show } from './notebook/show';
export { showMarkdown } from './notebook/showMarkdown';
// Figures
export { type AgreementHeatMapOptions, agreementHeatMap } from './plot/agreementHeatMap';
export { type BoxPlotOptions, boxPlot } from './plot/boxPlot';
export { type CategoryBySegmentOptions, categoryBySegment } from './plot/categoryBySegment';
export {
  type Better,
  type ClusterIndicesOptions,
  clusterIndicesPlot,
  type IndexRow,
} from './plot/clusterIndicesPlot';
export { clusteringsSideBySide, type SideBySideOptions } from './plot/clusteringsSideBySide';
export { type CohortHeatMapOptions, cohortHeatMap } from './plot/cohortHeatMap';
export type { ColumnLike, Columns, RawTable } from './plot/columns';
export { type CorrelationHeatMapOptions, correlationHeatMap } from './plot/correlationHeatMap';
export { type DendrogramOptions, dendrogram } from './plot/dendrogram';
export { type ElbowOptions, type ElbowRow, elbowPlot } from './plot/elbowPlot';
export { type ExplainedVarianceOptions, explainedVariancePlot } from './plot/explainedVariancePlot';
export type { Figure } from './plot/figure';
export { type HistogramOptions, histogram } from './plot/histogram';
export { type KDistanceCurve, kDistancePlot } from './plot/kDistancePlot';
export { label, type Wording } from './plot/label';
export { type LoadingsOptions, loadingsHeatMap } from './plot/loadingsHeatMap';
export type { LogarithmicOption } from './plot/logarithmic';
export { missingValuesPlot } from './plot/missingValuesPlot';
export { segmentColour, segmentSymbol } from './plot/palette';
export { type ParetoCurveOptions, paretoCurve } from './plot/paretoCurve';
export { type ProfileHeatMapOptions, profileHeatMap } from './plot/profileHeatMap';
export { type ProfileLinesOptions, profileLines } from './plot/profileLines';
export type { ProjectionOptions } from './plot/projection';
export { projection2d } from './plot/projection2d';
export { projection3d } from './plot/projection3d';
export type { Records } from './plot/records';
export { type RevenueByPeriodOptions, revenueByPeriod } from './plot/revenueByPeriod';
export { type RevenueBySegmentOptions, revenueBySegment } from './plot/revenueBySegment';
export { type RfmHeatMapOptions, rfmHeatMap } from './plot/rfmHeatMap';
export { type ScatterPlotOptions, scatterPlot } from './plot/scatterPlot';
export { segmentProfileHeatMap } from './plot/segmentProfileHeatMap';
export { type SegmentScatterOptions, segmentScatter } from './plot/segmentScatter';
export { segmentSizesPlot } from './plot/segmentSizesPlot';
export { segmentTreemap } from './plot/segmentTreemap';
export { silhouettePlot } from './plot/silhouettePlot';
export type { FigureOptions } from './plot/theme';
export { type TimeHeatMapOptions, timeHeatMap } from './plot/timeHeatMap';
// Cleaning, encoding, scaling
export type { AffineJSON, AffineModel } from './preprocess/affine';
export { correlationMatrix } from './preprocess/correlationMatrix';
export { parseDates } from './preprocess/dates';
export { describe } from './preprocess/describe';
export { dropColumns } from './preprocess/dropColumns';
export { type DropRule, dropWhere } from './preprocess/dropWhere';
export { type DropDuplicatesOptions, dropDuplicates } from './preprocess/duplicates';
export { MinMaxScaler, MinMaxScalerModel, type MinMaxScalerOptions } from './preprocess/minMaxScaler';
export { dropMissing, type FillMissingOptions, type FillStrategy, fillMissing } from './preprocess/missing';
export { type MixedMatrix, type MixedMatrixOptions, mixedMatrix } from './preprocess/mixedMatrix';
export { type OneHotEncodeOptions, oneHotEncode } from './preprocess/oneHotEncode';
export { ordinalEncode } from './preprocess/ordinalEncode';
export {
  type ColumnOutliers,
  detectOutliers,
  dropOutliers,
  type OutlierOptions,
} from './preprocess/outliers';
export type { Change, ChangeRecord, Recorded } from './preprocess/record';
export { recordTable } from './preprocess/recordTable';
export { replaceValues } from './preprocess/replaceValues';
export { RobustScaler, RobustScalerModel, type RobustScalerOptions } from './preprocess/robustScaler';
export { StandardScaler, StandardScalerModel, type StandardScalerOptions } from './preprocess/standardScaler';
// Profiles, names, actions, strategies
export type { Advice } from './profile/applyRules';
export { type ColumnRoleFound, inferColumnRoles } from './profile/columnRoles';
export { cramersV } from './profile/cramersV';
export type { CustomerTable } from './profile/customerTable';
export {
  cliffsDelta,
  cohensH,
  type EffectMeasure,
  type EffectStrength,
  effectStrength,
  hedgesG,
} from './profile/effectSize';
export type {
  FeatureEffect,
  FeatureProfile,
  NumericFeature,
  NumericSummary,
  ShareFeature,
} from './profile/featureProfile';
export type { NameReason } from './profile/householdName';
export type { ProfileOptions } from './profile/profileOptions';
export { actionTable, differenceTable, profileTable } from './profile/profileTable';
export type { RecommendedAction } from './profile/recommendedActions';
export { type ColumnRole, columnRoles } from './profile/roleLexicon';
export { profileSegments, type SegmentProfile } from './profile/segmentProfile';
export { type SegmentStrategies, segmentStrategies, strategyTable } from './profile/strategies';
export type { HouseholdTraits } from './profile/traits';
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
export type { SegmentationAlgorithm, SegmentationScale } from './segmentation/choices';
export type { CompareAlgorithmsOptions } from './segmentation/compareAlgorithms';
export type { Dimension } from './segmentation/featureSpace';
export type { SegmentDrift } from './segmentation/otherCustomers';
export type { Prediction } from './segmentation/prediction';
export type { Projection, ProjectionAxis } from './segmentation/projectCustomers';
export type { NotScored } from './segmentation/readFeatures';
export { Segmentation, type SegmentationFitOptions } from './segmentation/segmentation';
export type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from './segmentation/segmentationColumn';
export type { RuleJSON, SegmentationJSON } from './segmentation/segmentationJSON';
export { SegmentationModel } from './segmentation/segmentationModel';
export type { ResolvedOptions, SegmentationOptions } from './segmentation/segmentationOptions';
export type { SegmentationFacts, SegmentationJudgement } from './segmentation/segmentationResult';
export type { LinkageRule } from './segmentation/segmentRule';
export { type IgnoredColumn, type SuggestedColumns, suggestColumns } from './segmentation/suggestColumns';
// Tensors
export { tensorflow } from './tensor/tensorflow';
