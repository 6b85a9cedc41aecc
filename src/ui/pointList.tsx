import type { Point } from './content';

/** Points as a list. */
export function PointList({ points }: { points: readonly Point[] }) {
  return (
    <ul>
      {points.map(({ about, text, reason }) => (
        <li key={`${about}\n${text}`}>
          {about !== undefined && (
            <>
              <strong>{about}.</strong>{' '}
            </>
          )}
          {text}
          {reason !== undefined && <span class="reason">{reason}</span>}
        </li>
      ))}
    </ul>
  );
}
