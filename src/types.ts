/**
 * Types of options and results, for code that passes them on.
 *
 * @packageDocumentation
 */

export type { DBSCANOptions } from './cluster/density/dbscan';
export type { DBSCANModelJSON } from './cluster/density/dbscanModel';
export type { DensityClusters } from './cluster/density/densityClusters';
export type { HDBSCANOptions } from './cluster/density/hdbscan';
export type { HDBSCANModelJSON } from './cluster/density/hdbscanModel';
export type { AgglomerativeModelJSON, AgglomerativeOptions } from './cluster/hierarchy/agglomerative';
export type { Cut } from './cluster/hierarchy/cutTree';
export type { TableKMeans, TableKMeansOptions } from './cluster/kmeans/inDatabase/kMeansOfTable';
export type { ScoreTableOptions } from './cluster/kmeans/inDatabase/scoreTable';
export type { KMeansFitOptions, KMeansOptions } from './cluster/kmeans/kMeans';
export type { KMeansModelJSON, KMeansState, KMeansStopReason } from './cluster/kmeans/kMeansModel';
export type { BICChoice, ChooseByBICOptions } from './cluster/mixture/chooseByBIC';
export type { CovarianceType } from './cluster/mixture/covarianceTypes';
export type { MixtureInit } from './cluster/mixture/firstGroups';
export type { GaussianMixtureFitOptions, GaussianMixtureOptions } from './cluster/mixture/gaussianMixture';
export type { GaussianMixtureModelJSON, MixtureStopReason } from './cluster/mixture/gaussianMixtureModel';
export type { MixtureCovariances } from './cluster/mixture/mixtureCovariances';
export type { MixtureStart } from './cluster/mixture/mixtureStart';
export type { GowerOptions } from './cluster/prototypes/gowerDistances';
export type { KPrototypesOptions } from './cluster/prototypes/kPrototypes';
export type { KPrototypesModelJSON, KPrototypesStopReason } from './cluster/prototypes/kPrototypesModel';
export type { ModelJSON, Transformer, TransformModel } from './core/estimator';
export type { TensorLike } from './core/matrix';
export type { NamedPart, Phrase } from './core/phrase';
export type { FitOptions } from './core/progress';
export type { NumberFormat, TableCell } from './core/table';
export type { LoadDatasetOptions, LoadedDataset } from './datasets/catalog/loadDataset';
export type { LocatedDataset } from './datasets/catalog/locateDataset';
export type {
  ColumnSchema,
  ColumnType,
  CsvDialect,
  DatasetEntry,
  DatasetName,
} from './datasets/catalog/schema';
export type { DataTableOptions } from './datasets/dataTable';
export type { DownloadProgress, RetryOptions } from './datasets/fetch/download';
export type { FetchDatasetOptions, FetchedDataset } from './datasets/fetch/fetchDataset';
export type { KaggleCredentials } from './datasets/fetch/kaggleCredentials';
export type { Encoding } from './datasets/read/encodings';
export type { TableFormat } from './datasets/read/formats';
export type { ReadLimits } from './datasets/read/limits';
export type { OpenedFile } from './datasets/read/openFile';
export type { ListReading } from './datasets/read/reader';
export type { Dialect } from './datasets/sql/dialect';
export type { FileRead, FileSource } from './datasets/sql/fileSource';
export type { WriteCsvOptions } from './datasets/write/writeCsv';
export type { ChooseKOptions } from './evaluate/chooseK/chooseK';
export type { KEvaluation } from './evaluate/chooseK/evaluateKs';
export type { MakeClusterer } from './evaluate/chooseK/fitEachK';
export type { GapOptions, GapStatistic } from './evaluate/chooseK/gapStatistic';
export type { KTree } from './evaluate/chooseK/kTree';
export type { KRecommendation } from './evaluate/chooseK/recommendK';
export type { ClusteringComparison, CompareOptions } from './evaluate/compare/compareClusterings';
export type { ComparedClustering } from './evaluate/compare/comparedClustering';
export type { Better } from './evaluate/indices/clusterIndex';
export type { Elbow } from './evaluate/indices/elbow';
export type {
  TableSilhouette,
  TableSilhouetteOptions,
} from './evaluate/indices/inDatabase/silhouetteOfTable';
export type { PreferredKs } from './evaluate/indices/registry';
export type { Silhouette, SilhouetteOptions } from './evaluate/indices/silhouette';
export type { SilhouetteBand } from './evaluate/indices/silhouetteBand';
export type { KDistances, KDistancesOptions } from './evaluate/kDistances';
export type { Scheme } from './evaluate/stability/drawRows';
export type { ResampleStability } from './evaluate/stability/resampleStability';
export type { Stability, StabilityOptions } from './evaluate/stability/stability';
export type { ColumnGroups } from './evaluate/structure/columnGroups';
export type { GroupEvidence } from './evaluate/structure/naturalK';
export type { Reference } from './evaluate/structure/reference';
export type { Structure } from './evaluate/structure/structure';
export type { CampaignFeaturesOptions } from './features/campaign/campaignFeatures';
export type { ColumnWording } from './features/campaign/campaignWording';
export type { DetectTransactionsOptions } from './features/rfm/detect/detectTransactions';
export type { Showable } from './notebook/showable';
export type { DropRule } from './preprocess/clean/dropWhere';
export type { DropDuplicatesOptions } from './preprocess/clean/duplicates';
export type { FillMissingOptions, FillStrategy } from './preprocess/clean/missing';
export type { ColumnOutliers, OutlierOptions } from './preprocess/clean/outliers';
export type { Change, ChangeRecord, Recorded } from './preprocess/clean/record';
export type { MixedMatrix, MixedMatrixOptions } from './preprocess/encode/mixedMatrix';
export type { OneHotEncodeOptions } from './preprocess/encode/oneHotEncode';
export type { TableHistogram, TableHistogramOptions } from './preprocess/inDatabase/histogramOfTable';
export type { TableMoments } from './preprocess/inDatabase/tableMoments';
export type { AffineJSON, AffineModel } from './preprocess/scale/affine';
export type { MinMaxScalerOptions } from './preprocess/scale/minMaxScaler';
export type { RobustScalerOptions } from './preprocess/scale/robustScaler';
export type { StandardScalerOptions } from './preprocess/scale/standardScaler';
export type { Advice } from './profile/actions/applyRules';
export type { RecommendedAction } from './profile/actions/recommendedActions';
export type { SegmentStrategies } from './profile/actions/strategies';
export type { EffectMeasure, EffectStrength } from './profile/features/effectSize';
export type {
  FeatureEffect,
  FeatureProfile,
  NumericFeature,
  NumericSummary,
  OthersSummary,
  ShareFeature,
  SpendingFeature,
} from './profile/features/featureProfile';
export type { TotalSpending } from './profile/features/spending';
export type { TableProfileOptions, TableSegmentProfile } from './profile/inDatabase/profileOfTable';
export type { NameReason } from './profile/names/nameReason';
export type { HouseholdTraits } from './profile/names/traits';
export type { ProfileOptions } from './profile/profileOptions';
export type { ColumnRoleFound } from './profile/roles/columnRoles';
export type { ColumnRole } from './profile/roles/roleLexicon';
export type { PCAOptions } from './reduce/pca';
export type { PCAModelJSON, PCAState } from './reduce/pcaModel';
export type { Found, OwnChoice } from './segmentation/algorithms/algorithm';
export type { Since } from './segmentation/columns/elapsedTime';
export type { NotScored } from './segmentation/columns/readFeatures';
export type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from './segmentation/columns/segmentationColumn';
export type { IgnoredColumn, SuggestedColumns } from './segmentation/columns/suggestFrom';
export type { ColumnImportance } from './segmentation/explain/columnImportance';
export type { SegmentCondition } from './segmentation/explain/conditions/condition';
export type { SegmentRule } from './segmentation/explain/conditions/describeSegments';
export type { Counterfactual } from './segmentation/explain/counterfactuals';
export type { CustomerValues } from './segmentation/explain/customerValues';
export type { BorderlineCustomer, ExampleCustomers } from './segmentation/explain/exampleCustomers';
export type { Explanation, SegmentExplanation } from './segmentation/explain/explanation';
export type { NearestCustomer } from './segmentation/explain/nearestCustomers';
export type { SegmentationJSON } from './segmentation/file/segmentationJSON';
export type { CompareAlgorithmsOptions } from './segmentation/fit/compareAlgorithms';
export type { Dimension } from './segmentation/fit/featureSpace';
export type { Projection, ProjectionAxis } from './segmentation/fit/projector';
export type {
  SegmentationFacts,
  SegmentationJudgment,
  SegmentsStability,
} from './segmentation/fit/segmentationResult';
export type { ResolvedOptions, SegmentationScale } from './segmentation/options';
export type { SegmentDrift } from './segmentation/score/otherCustomers';
export type { PredictOptions } from './segmentation/score/prediction';
export type { UnfamiliarColumn } from './segmentation/score/unfamiliar';
export type { SegmentationFitOptions } from './segmentation/segmentation';
export type { DialectName } from './segmentation/sql/dialects/names';
export type { DbtOptions, SqlOptions } from './segmentation/sql/sqlOptions';
export type { Cell } from './table/cell';
export type { BooleanColumn, CategoryColumn, NumberColumn, TypedColumn } from './table/column';
export type { MissingWord } from './table/missingWords';
export type { DecimalMark } from './table/recognize/numberText';
export type { OtherRow, OtherRowKind } from './table/rows/otherRow';
export type { TableData } from './table/tableData';
export type { TypedTable } from './table/typedTable';
export type { LabeledValue, Point, Points } from './ui/content';
