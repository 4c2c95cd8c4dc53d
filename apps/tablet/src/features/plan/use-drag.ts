import { useRef, type PointerEvent } from 'react';
import styles from './plan.module.css';

/** Within so many pixels of an edge the page goes along. */
const edge = 72;

/**
 * Drags what a handle belongs to by mouse, pen or finger. The thing is moved as a picture only, so that nothing is drawn
 * anew on the way; where it is let go, the `data-drop` there says where that is.
 */
export function useDrag(onDrop: (place: string) => void) {
  const drag = useRef<Drag | null>(null);
  const end = (drop: boolean) => {
    const place = drag.current?.end();
    drag.current = null;
    if (drop && place !== undefined) onDrop(place);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const moved = event.currentTarget.closest<HTMLElement>('[data-moves]');
      if (moved === null || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = new Drag(moved, event.clientX, event.clientY);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => drag.current?.to(event.clientX, event.clientY),
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  };
}

/** A place to let go, where it stood when the drag began. */
type Place = { name: string; left: number; right: number; top: number; bottom: number };

class Drag {
  readonly #moved: HTMLElement;
  readonly #scroller: Element;
  readonly #start: { x: number; y: number; scrolled: number };
  /** Nothing moves but what is dragged: the places are measured once. */
  readonly #places: readonly Place[];
  readonly #mark = document.createElement('div');
  #at: { x: number; y: number };
  #over: Place | undefined;
  #frame = 0;

  constructor(moved: HTMLElement, x: number, y: number) {
    this.#moved = moved;
    this.#scroller = moved.closest('main') ?? document.documentElement;
    this.#start = { x, y, scrolled: this.#scroller.scrollTop };
    this.#at = { x, y };
    this.#places = [...this.#scroller.querySelectorAll<HTMLElement>('[data-drop]')].map(placeOf);
    this.#mark.className = styles['mark'] ?? '';
    this.#mark.dataset['over'] = '';
    // Gets its layer now, so that the first movement need not wait for it.
    moved.dataset['held'] = '';
  }

  to(x: number, y: number): void {
    this.#at = { x, y };
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /** Puts it back; answers where it was let go. */
  end(): string | undefined {
    cancelAnimationFrame(this.#frame);
    this.#moved.style.transform = '';
    delete this.#moved.dataset['dragged'];
    delete this.#moved.dataset['held'];
    this.#mark.remove();
    return this.#over?.name;
  }

  #draw(): void {
    this.#frame = 0;
    const { x, y } = this.#at;
    const far = Math.abs(x - this.#start.x) + Math.abs(y - this.#start.y);
    const begun = this.#moved.dataset['dragged'] !== undefined;
    if (!begun && far < 6) return;
    if (!begun) this.#moved.dataset['dragged'] = '';
    const scrolled = this.#scroller.scrollTop - this.#start.scrolled;
    this.#moved.style.transform = `translate(${x - this.#start.x}px, ${y - this.#start.y + scrolled}px)`;
    this.#enter(x, y + scrolled, scrolled);
    this.#scroll(y);
  }

  #scroll(y: number): void {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const step = y < top + edge ? -12 : y > Math.min(bottom, window.innerHeight) - edge ? 12 : 0;
    if (step === 0) return;
    const before = this.#scroller.scrollTop;
    this.#scroller.scrollTop += step;
    if (this.#scroller.scrollTop !== before) this.to(this.#at.x, this.#at.y);
  }

  /** Marks the place by a frame of its own over it: the place itself, full of slots, is not painted anew. */
  #enter(x: number, y: number, scrolled: number): void {
    const over = this.#places.find(
      ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
    );
    if (over !== this.#over && over !== undefined) {
      this.#mark.style.width = `${over.right - over.left}px`;
      this.#mark.style.height = `${over.bottom - over.top}px`;
      if (this.#over === undefined) document.body.append(this.#mark);
    }
    if (over === undefined) this.#mark.remove();
    else this.#mark.style.transform = `translate(${over.left}px, ${over.top - scrolled}px)`;
    this.#over = over;
  }
}

function placeOf(element: HTMLElement): Place {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { name: element.dataset['drop'] ?? '', left, right, top, bottom };
}
