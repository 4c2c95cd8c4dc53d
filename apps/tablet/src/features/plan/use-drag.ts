import { useRef, type PointerEvent } from 'react';

/** Within so many pixels of an edge the page goes along. */
const edge = 72;

/**
 * Drags what a handle belongs to by mouse, pen or finger. The thing is moved as a picture only, so that nothing is drawn
 * anew on the way; where it is let go, the nearest `data-drop` says where that is.
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

class Drag {
  readonly #moved: HTMLElement;
  readonly #scroller: Element;
  readonly #start: { x: number; y: number; scrolled: number };
  #at: { x: number; y: number };
  #over: HTMLElement | null = null;
  #frame = 0;

  constructor(moved: HTMLElement, x: number, y: number) {
    this.#moved = moved;
    this.#scroller = moved.closest('main') ?? document.documentElement;
    this.#start = { x, y, scrolled: this.#scroller.scrollTop };
    this.#at = { x, y };
  }

  to(x: number, y: number): void {
    this.#at = { x, y };
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /** Puts it back; answers where it was let go. */
  end(): string | undefined {
    cancelAnimationFrame(this.#frame);
    const place = this.#over?.dataset['drop'];
    this.#moved.style.transform = '';
    delete this.#moved.dataset['dragged'];
    this.#enter(null);
    return place;
  }

  #draw(): void {
    this.#frame = 0;
    const { x, y } = this.#at;
    const far = Math.abs(x - this.#start.x) + Math.abs(y - this.#start.y);
    if (this.#moved.dataset['dragged'] === undefined && far < 6) return;
    this.#moved.dataset['dragged'] = '';
    const scrolled = this.#scroller.scrollTop - this.#start.scrolled;
    this.#moved.style.transform = `translate(${x - this.#start.x}px, ${y - this.#start.y + scrolled}px)`;
    const under = document.elementsFromPoint(x, y).map((one) => one.closest<HTMLElement>('[data-drop]'));
    this.#enter(under.find((one) => one !== null) ?? null);
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

  #enter(over: HTMLElement | null): void {
    if (over === this.#over) return;
    delete this.#over?.dataset['over'];
    if (over !== null) over.dataset['over'] = '';
    this.#over = over;
  }
}
