import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { phone, useMediaQuery } from '@lms/web-ui';
import { useNavigate } from 'react-router';

export interface BarSeries {
  name: string;
  label: string;
  /** A token, such as `var(--valid)`. */
  color: string;
}
export interface BarRow {
  label: string;
  /** Where a click on it leads. */
  to?: string;
  values: Readonly<Record<string, number>>;
}

interface Props {
  rows: readonly BarRow[];
  series: readonly BarSeries[];
  /** Lying bars for long names. */
  lying?: boolean;
}

/** Of a label as much as finds room beside its bar: the table has all of it. */
const shortened = (label: string, most: number): string =>
  label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label;

/** Bars, put on top of each other where there are several. A picture: whoever does not see it has the table. */
export default function Bars({ rows, series, lying = false }: Props) {
  const navigate = useNavigate();
  const narrow = useMediaQuery(phone);
  const data = rows.map(({ label, values }) => ({ label, ...values }));
  const open = (index: number) => {
    const to = rows[index]?.to;
    if (to) void navigate(to);
  };
  const legend = series.length > 1 ? (narrow ? 132 : 76) : 0;
  return (
    <BarChart
      h={(lying ? 40 + rows.length * 34 : narrow ? 200 : 240) + legend}
      data={data}
      dataKey="label"
      type="stacked"
      orientation={lying ? 'vertical' : 'horizontal'}
      series={series.map(({ name, label, color }) => ({ name, label, color }))}
      withLegend={series.length > 1}
      legendProps={{ verticalAlign: 'bottom', height: legend, itemSorter: null }}
      gridAxis={lying ? 'y' : 'x'}
      tickLine="none"
      strokeDasharray="0"
      gridColor="var(--line)"
      textColor="var(--ink-2)"
      maxBarWidth={36}
      yAxisProps={
        lying
          ? {
              ...{ width: narrow ? 104 : 170, interval: 0 },
              tickFormatter: (label: string) => shortened(label, narrow ? 22 : 44),
            }
          : { width: 44, allowDecimals: false }
      }
      xAxisProps={lying ? { allowDecimals: false } : { interval: narrow ? 2 : 0 }}
      barProps={{ isAnimationActive: false, onClick: (_bar: unknown, index: number) => open(index) }}
      barChartProps={{ accessibilityLayer: false }}
      style={{ cursor: rows.some(({ to }) => to) ? 'pointer' : undefined }}
    />
  );
}
