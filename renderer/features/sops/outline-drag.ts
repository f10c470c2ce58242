import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

type Kind = 'step' | 'section';
export type DropEdge = 'top' | 'bottom';

export interface Drop {
  readonly itemId: string;
  readonly targetId: string;
  readonly edge: DropEdge;
}

interface RowDrag {
  readonly isDragged: boolean;
  /** Where what is dragged over this line would go. */
  readonly edge: DropEdge | null;
}

/** Tells a line of an outline from anything else that is dragged. */
const OUTLINE = 'sop-outline';

/**
 * Makes a line of the outline something to drag by its handle and to drop on. A section is dropped
 * before another one only: between its steps it would tear that one apart.
 */
export function useRowDrag(
  id: string,
  kind: Kind,
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
): RowDrag {
  const [drag, setDrag] = useState<RowDrag>(AT_REST);
  useEffect(() => {
    if (!row.current || !handle.current) return undefined;
    const showEdge = ({ self }: { readonly self: { readonly data: EdgeData } }) => {
      const edge = edgeOf(self.data);
      setDrag((held) => (held.edge === edge ? held : { ...held, edge }));
    };
    return combine(
      draggable({
        element: row.current,
        dragHandle: handle.current,
        getInitialData: () => ({ type: OUTLINE, id, kind }),
        onDragStart: () => setDrag({ isDragged: true, edge: null }),
        onDrop: () => setDrag(AT_REST),
      }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) =>
          source.data['type'] === OUTLINE &&
          source.data['id'] !== id &&
          (source.data['kind'] === 'step' || kind === 'section'),
        getData: ({ input, element, source }) =>
          attachClosestEdge(
            { id },
            {
              input,
              element,
              allowedEdges: source.data['kind'] === 'section' ? ['top'] : ['top', 'bottom'],
            },
          ),
        // Who comes and stands still sees it too.
        onDragEnter: showEdge,
        onDrag: showEdge,
        onDragLeave: () => setDrag((held) => ({ ...held, edge: null })),
        onDrop: () => setDrag(AT_REST),
      }),
    );
  }, [id, kind, row, handle]);
  return drag;
}

/** A place below all lines, where a step or a section is dropped to stand last. */
export function useEndDrop(place: RefObject<HTMLElement | null>): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    return dropTargetForElements({
      element: place.current,
      canDrop: ({ source }) => source.data['type'] === OUTLINE,
      getData: () => ({ id: END }),
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: () => setIsOver(false),
    });
  }, [place]);
  return isOver;
}

export const END = '';

/** Told once for each drop on a line, wherever in the list it ends. */
export function useDrops(
  onDrop: (drop: Drop) => void,
  onDragged: (id: string | null) => void,
): void {
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data['type'] === OUTLINE,
        onDragStart: ({ source }) => onDragged(String(source.data['id'])),
        onDrop: ({ source, location }) => {
          onDragged(null);
          const target = location.current.dropTargets[0];
          if (!target) return;
          const edge = edgeOf(target.data) ?? 'bottom';
          onDrop({ itemId: String(source.data['id']), targetId: String(target.data['id']), edge });
        },
      }),
    [onDrop, onDragged],
  );
}

const AT_REST: RowDrag = { isDragged: false, edge: null };

type EdgeData = Record<string | symbol, unknown>;

function edgeOf(data: EdgeData): DropEdge | null {
  const edge = extractClosestEdge(data);
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
