import type { ComponentChildren } from 'preact';
import type { Figure } from '../../plot/figure';
import { FittedPicture } from './fittedPicture';
import type { Box } from './pictureEvents';
import { twoColumns } from './wide';

/** A picture of several, and what it is steered by. */
export interface GridPicture {
  /** As of `Picture`. */
  name: string;
  /** None where the customers shown cannot be drawn so. */
  figure: Figure | undefined;
  /** What chooses its column. */
  menu?: ComponentChildren;
  onSelect?: (box: Box) => void;
  /** Width in pixels below which the picture is moved sideways rather than drawn narrower. */
  least?: number;
}

/** Pictures two by two where there is room, those of a row as tall as each other. */
export function PictureGrid({ pictures }: { pictures: readonly GridPicture[] }) {
  return (
    <div class="pictures">
      {pictures.map(({ name, figure, menu, onSelect, least }, i) => (
        <div key={name}>
          {menu}
          {figure && (
            <div
              class={least ? 'drawn wide' : 'drawn'}
              style={least ? { '--least': `${least}px` } : undefined}
            >
              <FittedPicture
                figure={figure}
                name={name}
                onSelect={onSelect}
                height={twoColumns.value ? heightInRow(pictures, i) : undefined}
              />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

/** What a menu takes above its picture, in pixels. */
const MENU = 42;

/** The height that makes a picture end where its neighbour does; undefined for one that has the row to itself. */
function heightInRow(pictures: readonly GridPicture[], i: number): number | undefined {
  const neighbour = pictures[i % 2 === 0 ? i + 1 : i - 1];
  if (!neighbour) return undefined;
  const above = ({ menu }: GridPicture) => (menu ? MENU : 0);
  const tall = (one: GridPicture) => above(one) + (one.figure?.layout.height ?? 0);
  return Math.max(tall(pictures[i]), tall(neighbour)) - above(pictures[i]);
}
