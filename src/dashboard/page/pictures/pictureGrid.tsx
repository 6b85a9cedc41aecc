import type { ComponentChildren } from 'preact';
import type { Figure } from '../../../plot/base/figure';
import { twoColumns } from '../mediaQueries';
import { FittedPicture } from './fittedPicture';
import type { Box } from './pictureEvents';

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

/** Pictures two by two where there is room, those of a row as tall as each other; a wide one has a row to itself. */
export function PictureGrid({ pictures }: { pictures: readonly GridPicture[] }) {
  return (
    <div class="pictures">
      {inRows(pictures).flatMap((row) =>
        row.map((picture) => (
          <div key={picture.name} class={row.length === 1 ? 'across' : undefined}>
            {picture.menu}
            {picture.figure && <Drawn picture={picture} height={heightIn(row, picture)} />}
          </div>
        )),
      )}
    </div>
  );
}

function Drawn({ picture, height }: { picture: GridPicture; height: number }) {
  const { name, figure, onSelect, least } = picture;
  return (
    <div class={least ? 'drawn wide' : 'drawn'} style={least ? { '--least': `${least}px` } : undefined}>
      <FittedPicture
        figure={figure!}
        name={name}
        onSelect={onSelect}
        height={twoColumns.value ? height : undefined}
      />
    </div>
  );
}

/** What half a row has room for at least, where there are two, in pixels. */
const HALF = 440;

function inRows(pictures: readonly GridPicture[]): GridPicture[][] {
  const fitsHalf = ({ least = 0 }: GridPicture) => least <= HALF;
  const rows: GridPicture[][] = [];
  for (const picture of pictures) {
    const last = rows.at(-1);
    if (last?.length === 1 && fitsHalf(last[0]) && fitsHalf(picture)) last.push(picture);
    else rows.push([picture]);
  }
  return rows;
}

/** What a menu takes above its picture, in pixels. */
const MENU = 42;

/** The height that makes a picture end where its neighbor does. */
function heightIn(row: readonly GridPicture[], { menu }: GridPicture): number {
  const above = (one: Pick<GridPicture, 'menu'>) => (one.menu ? MENU : 0);
  const tall = Math.max(...row.map((one) => above(one) + (one.figure?.layout.height ?? 0)));
  return tall - above({ menu });
}
