import { FigureFrame } from '../../ui/figure/figureFrame';
import { Measures } from '../../ui/measures';
import { PointList } from '../../ui/pointList';
import { SegmentCard } from '../../ui/segmentCard';
import { TableView } from '../../ui/table/tableView';
import { Verdict } from '../../ui/verdict';
import { plotlyJson } from '../plotlyJson';
import type { ReportBlock, ReportCard } from '../report';
import { scriptJson } from './scriptJson';

/** A piece of a section. */
export function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return <PointList points={block.points} />;
    case 'verdict':
      return <Verdict verdict={block.verdict}>{block.text}</Verdict>;
    case 'measures':
      return <Measures measures={block.measures} />;
    case 'cards':
      return (
        <div class="cards">
          {block.cards.map((card) => (
            <Card key={card.segment} card={card} />
          ))}
        </div>
      );
    case 'figure':
      return <FigureBlock {...block} />;
    case 'table':
      return <TableView table={block.table} note={block.note} />;
    case 'code':
      return (
        <pre tabindex={0}>
          <code>{block.text}</code>
        </pre>
      );
  }
}

function Card({ card: { title, segment, warning, measures, groups } }: { card: ReportCard }) {
  return (
    <SegmentCard segment={segment} title={title}>
      <Measures measures={measures} inline />
      {warning && <p class="warning">{warning}</p>}
      <div class="groups">
        {groups.map(({ heading, points }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            <PointList points={points} />
          </section>
        ))}
      </div>
    </SegmentCard>
  );
}

/** What the page's script draws it from stands beside it; without scripts its description is read instead. */
function FigureBlock({ figure, reading }: Extract<ReportBlock, { kind: 'figure' }>) {
  const { description, layout } = figure;
  const json = scriptJson(plotlyJson(figure));
  return (
    <FigureFrame description={description} height={Math.round(Number(layout.height ?? 450))}>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: json }} />
      <noscript>
        <p class="undrawn">{description} (Allow scripts to see the chart.)</p>
      </noscript>
      {reading && <figcaption>{reading}</figcaption>}
    </FigureFrame>
  );
}
