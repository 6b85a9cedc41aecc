import type { Report, ReportSection } from '../report';
import { Block } from './block';

export interface ReportPageProps {
  report: Report;
  /** The content security policy. */
  policy: string;
  style: string;
  scripts: readonly string[];
}

/** The document of a report. */
export function ReportPage({ report, policy, style, scripts }: ReportPageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{report.title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Body report={report} />
        {scripts.map((script) => (
          <script key={script.length} dangerouslySetInnerHTML={{ __html: script }} />
        ))}
      </body>
    </html>
  );
}

function Body({ report: { title, subtitle, sections } }: { report: Report }) {
  const numbered = sections.map((section, i) => ({ id: `part-${i + 1}`, section }));
  return (
    <>
      <a class="skip" href="#report">
        Skip to the report
      </a>
      <div class="page">
        <header>
          <h1>{title}</h1>
          <p class="subtitle">{subtitle}</p>
        </header>
        <nav aria-label="Contents">
          <ol>
            {numbered.map(({ id, section }) => (
              <li key={id}>
                <a href={`#${id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main id="report" tabindex={-1}>
          {numbered.map(({ id, section }) => (
            <Section key={id} id={id} section={section} />
          ))}
        </main>
        <footer>
          <p>Made with customer-segmentation. This page works offline and sends nothing anywhere.</p>
        </footer>
      </div>
    </>
  );
}

function Section({ id, section: { title, blocks } }: { id: string; section: ReportSection }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {blocks.map((block, i) => (
        <Block key={`${id}-${i + 1}`} block={block} />
      ))}
    </section>
  );
}
