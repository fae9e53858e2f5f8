import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartOfLibrary,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef } from 'react';

ChartOfLibrary.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

export interface Series {
  name: string;
  values: readonly number[];
}

interface Drawn {
  /** What the bars stand for, in order. */
  points: readonly string[];
  bars: Series;
  /** What the bars are compared with: points, on a dashed line where the bars follow each other in time. */
  target?: Series | undefined;
  /** True where the bars lie: long names then have room. */
  isLying: boolean;
}

interface ChartProps extends Drawn {
  /** What it shows, in words, for whoever does not see it. */
  label: string;
}

const colourOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * Bars and a line to compare them with: the one is filled, the other dashed, so that no colour needs to be told apart. The table beside it says the
 * same. It is drawn without movement, for whoever wants none, and anew when it is printed.
 */
export const Chart = ({ label, points, bars, target, isLying }: ChartProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Compared by its values: it is drawn anew when they change, and not each time that the page is.
  const drawn = JSON.stringify({ points, bars, target, isLying });
  useEffect(() => {
    if (!canvas.current) return;
    const { points, bars, target, isLying } = JSON.parse(drawn) as Drawn;
    const axis = { beginAtZero: true, ticks: { precision: 0 } };
    const chart = new ChartOfLibrary<'bar' | 'line'>(canvas.current, {
      data: {
        labels: [...points],
        datasets: [
          ...(target
            ? [
                {
                  type: 'line' as const,
                  label: target.name,
                  data: [...target.values],
                  borderColor: colourOf('--bs-body-color'),
                  backgroundColor: colourOf('--bs-body-color'),
                  borderDash: [6, 4],
                  borderWidth: 2,
                  pointStyle: 'rectRot' as const,
                  // What lies stands for names: nothing leads from one to the next.
                  showLine: !isLying,
                  pointRadius: 5,
                },
              ]
            : []),
          {
            type: 'bar' as const,
            label: bars.name,
            data: [...bars.values],
            backgroundColor: colourOf('--sp-blue'),
            pointStyle: 'rect' as const,
            maxBarThickness: 48,
          },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: isLying ? 'y' : 'x',
        scales: isLying ? { x: axis } : { y: axis },
        plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } },
      },
    });
    const resize = () => chart.resize();
    addEventListener('beforeprint', resize);
    addEventListener('afterprint', resize);
    return () => {
      removeEventListener('beforeprint', resize);
      removeEventListener('afterprint', resize);
      chart.destroy();
    };
  }, [drawn]);
  return (
    <div className="sc-chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
};
