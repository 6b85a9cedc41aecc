import { pick } from '../pick';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place in a document: the names and positions that lead there. */
type Path = (string | number)[];

/** What stands where something else should: each is valid JSON. */
const LIES: readonly (() => Json)[] = [
  () => null,
  () => -1,
  () => 0.5,
  () => 1e308,
  () => 10_000_000,
  () => 2 ** 53,
  () => '',
  () => '__proto__',
  () => '<script>alert(1)</script>',
  () => 'x'.repeat(100_000),
  () => [],
  () => ({}),
  () => true,
  () => new Array<Json>(50_000).fill(0),
  () => deep(4000),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
];

/** A model file of which a few places lie, and what was done to it. */
export function lying(honest: string, random: () => number): { text: string; what: string } {
  const model = JSON.parse(honest) as Json;
  const what: string[] = [];
  for (let times = 1 + Math.floor(random() * 2); times > 0; times--) what.push(lieOnce(model, random));
  return { text: JSON.stringify(model), what: what.join('; ') };
}

function lieOnce(model: Json, random: () => number): string {
  const path = anyPath(model, random);
  const last = path.pop()!;
  const parent = path.reduce<Json>((at, name) => (at as Record<string, Json>)[name], model) as Record<
    string,
    Json
  >;
  const place = `/${[...path, last].join('/')}`;
  switch (Math.floor(random() * 4)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else delete parent[last];
      return `${place} is gone`;
    case 1:
      if (Array.isArray(parent))
        parent.push(...new Array<Json>(Math.floor(random() * 3000)).fill(parent[Number(last)]));
      else parent[`${last}2`] = parent[last];
      return `${place} is there more than once`;
    default: {
      const lie = pick(LIES, random)();
      parent[last] = lie;
      return `${place} is ${JSON.stringify(lie).slice(0, 40)}`;
    }
  }
}

/** Goes down by chance until nothing is below, or stops on the way. */
function anyPath(json: Json, random: () => number): Path {
  const path: Path = [];
  for (let at = json; at !== null && typeof at === 'object'; ) {
    const names = Array.isArray(at) ? at.map((_, i) => i) : Object.keys(at);
    if (names.length === 0 || (path.length > 0 && random() < 0.15)) break;
    const name = pick<string | number>(names, random);
    path.push(name);
    at = (at as Record<string, Json>)[name];
  }
  return path;
}

function deep(levels: number): Json {
  let json: Json = [];
  for (let level = 0; level < levels; level++) json = [json];
  return json;
}
