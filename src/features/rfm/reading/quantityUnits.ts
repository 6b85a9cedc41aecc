import { formatList } from '../../../core/format';
import { withoutAccents } from '../../../core/withoutAccents';
import { unitOfMeasure } from '../../../table/recognize/measure';
import { splitNumber } from '../../../table/recognize/numberText';
import { wordList } from '../wordList';

/** How many were bought, apart from the units of measure that stand beside the numbers. */
export interface QuantityUnits {
  /** The units that occur, as they are written here. */
  units: string[];
  /** A text without its unit. */
  bodyOf: (text: string) => string;
}

/** What things are sold in, of which a price is that of one. A dozen or a pair is none: it is a number of its own. */
const PACKAGES: ReadonlySet<string> = new Set(
  wordList(`
    box boxes bag bags bottle bottles btl btls case cases carton cartons ctn pack packs pkg pkt packet packets crate crates
    can cans jar jars tube tubes roll rolls pallet pallets tray trays sheet sheets seat seats tickets ticket visits visit
    ea each item items pc piece pieces pers person persons people guests copies copy
    stuck stk stck kiste kisten karton kartons flasche flaschen packung packungen pkg beutel dose dosen rolle rollen
    palette paletten sack sacke glas glaser eimer bund
    piece pieces boite boites bouteille bouteilles sac sacs caisse caisses carton cartons paquet paquets sachet sachets
    unidad unidades uds caja cajas botella botellas bolsa bolsas lata latas paquete paquetes pieza piezas
    pezzo pezzi pz scatola scatole bottiglia bottiglie cartone cartoni confezione confezioni
    stuks doos fles flessen zak zakken pak pakken krat kratten
    szt sztuk sztuki opakowanie opak butelka butelek st adet kutu kpl db ks шт 個 本 枚 件 个 개
  `),
);

function isPackage(unit: string): boolean {
  return PACKAGES.has(withoutAccents(unit.toLowerCase()));
}

/** '3x' and 'x 3': so many times. */
const TIMES = /^[x×] ?(?=\d)|(?<=\d) ?[x×]$/i;

/**
 * The units beside quantities, which may differ from row to row ('2 kg', '3 pcs'); undefined where a text isn't a number
 * with or without a known unit, or none has a unit.
 */
export function quantityUnits(texts: readonly string[]): QuantityUnits | undefined {
  const units = new Set<string>();
  for (const text of texts) {
    const split = splitNumber(bareText(text), true);
    if (split === undefined || !isUnit(split.unit)) return undefined;
    if (split.unit !== '') units.add(split.unit);
    else if (TIMES.test(text)) units.add('×');
  }
  const bodyOf = (text: string) => splitNumber(bareText(text), true)?.body ?? text;
  return units.size === 0 ? undefined : { units: [...units].sort(), bodyOf };
}

/** Without times, and without the point of a word that is cut short. */
function bareText(text: string): string {
  return text.replace(TIMES, '').replace(/(?<=\p{L})\.$/u, '');
}

function isUnit(unit: string): boolean {
  return unit === '' || unitOfMeasure(unit) !== undefined || isPackage(unit);
}

/** Units that measure the same in another size: one price cannot be that of each. */
const SIZES: readonly (readonly string[])[] = [
  ['kg', 'g', 'mg', 'lb', 'oz', 't'],
  ['l', 'ml', 'cl'],
  ['m', 'cm', 'mm', 'km', 'ft', 'in', 'yd', 'miles'],
  ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'],
];

/** Units of which one is a part of another, such as kg and g; undefined where there are none. */
export function sizesOfOne(units: readonly string[]): string | undefined {
  const several = SIZES.map((sizes) => units.filter((unit) => sizes.includes(unit))).find(
    ({ length }) => length > 1,
  );
  return several && formatList(several);
}
