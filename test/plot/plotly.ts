import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { Figure } from '../../src/plot/base/figure';

let validateJSON: ((json: string) => string) | undefined;

/**
 * What Plotly's own validator finds wrong with a figure: unknown attributes, values out of range. Plotly runs in
 * a realm of its own with as much of a browser as it needs to load; the figure goes there as JSON, as it will
 * to every real viewer.
 */
export function validate(figure: Figure): string[] {
  validateJSON ??= load();
  return JSON.parse(validateJSON(JSON.stringify(figure)));
}

function load(): (json: string) => string {
  const context = vm.createContext(browserStub());
  vm.runInContext(readFileSync(require.resolve('plotly.js-dist-min'), 'utf8'), context);
  return vm.runInContext(
    `(json) => {
      const figure = JSON.parse(json);
      return JSON.stringify((Plotly.validate(figure.data, figure.layout) ?? []).map((found) => found.msg));
    }`,
    context,
  );
}

function browserStub(): object {
  const element = () => ({
    style: { setProperty() {} },
    sheet: { insertRule() {}, cssRules: [] },
    appendChild() {},
    setAttribute() {},
    getContext: () => null,
    addEventListener() {},
  });
  const stub: Record<string, unknown> = {
    document: {
      createElement: element,
      createElementNS: element,
      createTextNode: element,
      getElementById: () => null,
      head: element(),
      documentElement: element(),
      addEventListener() {},
    },
    navigator: { userAgent: 'node' },
    matchMedia: () => ({ matches: false }),
    addEventListener() {},
    setTimeout,
    clearTimeout,
    URL,
    TextDecoder,
    TextEncoder,
    DOMParser: class {},
    Element: class {},
    HTMLElement: class {},
    console,
  };
  stub.self = stub;
  stub.window = stub;
  return stub;
}
