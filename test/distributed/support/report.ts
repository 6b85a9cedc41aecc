const sections = new Map<string, Map<string, Record<string, unknown>>>();

/** Notes the figures of an engine; at the end of a file those of all engines are printed side by side. */
export function report(section: string, engine: string, figures: Record<string, unknown>): void {
  const engines = sections.get(section) ?? new Map<string, Record<string, unknown>>();
  sections.set(section, engines.set(engine, { ...engines.get(engine), ...figures }));
}

afterAll(() => {
  for (const [section, engines] of sections) process.stdout.write(`\n${tableOf(section, engines)}\n`);
  sections.clear();
});

function tableOf(section: string, engines: ReadonlyMap<string, Record<string, unknown>>): string {
  const names = [...new Set([...engines.values()].flatMap(Object.keys))];
  const lines = [
    [section, ...engines.keys()],
    ...names.map((name) => [name, ...[...engines.values()].map((figures) => String(figures[name] ?? ''))]),
  ];
  const widths = lines[0].map((_, j) => Math.max(...lines.map((line) => line[j].length)));
  return lines
    .map((line) =>
      line.map((text, j) => (j === 0 ? text.padEnd(widths[j]) : text.padStart(widths[j]))).join('  '),
    )
    .join('\n');
}
