import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './own-device-step.module.css';

/** Light around the code, in modules: ISO/IEC 18004 asks for four. */
const margin = 4;

/** A QR code, dark on light in either theme: many phones read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  const whole = size + 2 * margin;
  return (
    <svg
      className={styles['code']}
      viewBox={`0 0 ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Every dark module is a square of one. */
function draw(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const squares = Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return modules.get(row, column) === 0 ? '' : `M${column + margin} ${row + margin}h1v1h-1z`;
  });
  return { size, path: squares.join('') };
}
