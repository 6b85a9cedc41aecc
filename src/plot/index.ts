/**
 * Figures: data or summaries in, plain Plotly objects out.
 *
 * @packageDocumentation
 */

export { type AgreementHeatMapOptions, agreementHeatMap } from './agreementHeatMap';
export type { BoxSummaries, FiveNumbers } from './base/boxes';
export type { ColumnLike, Columns, PlotTable } from './base/columns';
export type { BinnedColumn, BinnedColumns } from './base/distributions';
export type { Figure } from './base/figure';
export type { FigureOptions } from './base/figureOptions';
export type { Wording } from './base/label';
export type { LogarithmicOption } from './base/logarithmic';
export type { ProjectionOptions } from './base/projection';
export type { Records } from './base/records';
export type { SegmentSize } from './base/segmentSizes';
export { type BoxPlotOptions, boxPlot } from './boxPlot';
export { type CategoryBySegmentOptions, type CategoryCount, categoryBySegment } from './categoryBySegment';
export { type ClusterIndicesOptions, clusterIndicesPlot, type IndexRow } from './clusterIndicesPlot';
export { clusteringsSideBySide, type SideBySideOptions } from './clusteringsSideBySide';
export { type CohortHeatMapOptions, cohortHeatMap } from './cohortHeatMap';
export { type CorrelationHeatMapOptions, correlationHeatMap } from './correlationHeatMap';
export { type DendrogramOptions, dendrogram } from './dendrogram';
export { type ElbowOptions, type ElbowRow, elbowPlot } from './elbowPlot';
export { type ExplainedVarianceOptions, explainedVariancePlot } from './explainedVariancePlot';
export { type HistogramOptions, histogram } from './histogram';
export { type KDistanceCurve, kDistancePlot } from './kDistancePlot';
export { type DrawnChoice, type KTreePlotOptions, kTreePlot } from './kTreePlot';
export { type LoadingsOptions, loadingsHeatMap } from './loadingsHeatMap';
export { missingValuesPlot } from './missingValuesPlot';
export { type ParetoCurveOptions, paretoCurve } from './paretoCurve';
export { type ProfileHeatMapOptions, profileHeatMap } from './profileHeatMap';
export { type ProfileLinesOptions, profileLines } from './profileLines';
export { projection2d } from './projection2d';
export { projection3d } from './projection3d';
export { type RevenueByPeriodOptions, revenueByPeriod } from './revenueByPeriod';
export { type RevenueBySegmentOptions, revenueBySegment } from './revenueBySegment';
export { type RfmHeatMapOptions, rfmHeatMap } from './rfmHeatMap';
export { type ScatterPlotOptions, scatterPlot } from './scatterPlot';
export { type SegmentScatterOptions, segmentScatter } from './segmentScatter';
export { segmentSizesPlot } from './segmentSizesPlot';
export { segmentTreemap } from './segmentTreemap';
export { silhouettePlot } from './silhouettePlot';
export { type TimeHeatMapOptions, timeHeatMap } from './timeHeatMap';
