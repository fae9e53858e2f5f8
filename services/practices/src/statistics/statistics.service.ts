import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getStatistics, MOST_MONTHS } from '@sportello/contracts/practices/statistics';
import { invalidInput } from '@sportello/contracts/problems';
import { officerOf } from '@sportello/directory/officers';
import { monthOf, monthsFrom, monthsLater } from '@sportello/italy/months';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { lengthOf, termRuleOf } from '../terms/term.js';
import { toldOf } from './disclosure.js';
import { BodyFigures, type Figures, type OpenCell } from './figures.js';

type Statistics = Output<typeof getStatistics>;

/** The figures of a body (BKO-06, 07, 25). How much and when practices are sent is told of all its services; how they are worked, of the reader's. */
@Controller()
export class StatisticsService {
  constructor(
    private readonly db: DataSource,
    private readonly figures: BodyFigures,
  ) {}

  @Handles(getStatistics)
  async get({ procedureId, status, ...period }: Input<typeof getStatistics>, actor: Actor): Promise<Statistics> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const now = new Date();
    const months = monthsOf(period, monthOf(romeDate(now)));
    const all = await this.figures.of(officer.organizationId, now);
    const { subjectIds } = officer;
    const mayRead = (id: string) => subjectIds === null || subjectIds.includes(id);
    const isAsked = (cell: { procedureId: string }) => procedureId === undefined || cell.procedureId === procedureId;
    const isHers = (cell: { procedureId: string }) => isAsked(cell) && mayRead(cell.procedureId);
    const sent = all.sent.filter(isAsked);
    const byYear = Map.groupBy(sent, ({ month }) => Number(month.slice(0, 4)));
    const byMonth = Map.groupBy(
      sent.filter((cell) => status === undefined || cell.status === status),
      ({ month }) => month,
    );
    const byHour = Map.groupBy(all.hours.filter(isHers), ({ hour }) => hour);
    const open = all.open.filter(isHers);
    return {
      asOf: all.asOf,
      activeServices: all.procedures.filter((procedure) => procedure.status === 'published').length,
      services: all.procedures.map(({ id, title }) => ({ id, title })),
      years: [...byYear].map(([year, cells]) => ({ year, ...toldOf(cells, mayRead) })).sort((a, b) => a.year - b.year),
      trend: months.map((month) => ({ month, ...toldOf(byMonth.get(month) ?? [], mayRead) })),
      hours: Array.from({ length: 24 }, (_, hour) => ({ hour, count: sum(byHour.get(hour) ?? []) })),
      times: timesOf(all, isHers),
      backlog: backlogOf(open),
      loads: loadsOf(subjectIds === null ? open : open.filter(({ officerId }) => officerId === officer.id)),
    };
  }
}

/** @throws Problem `invalidInput` for a period that ends before it begins, or is too long */
function monthsOf({ from, to }: Pick<Input<typeof getStatistics>, 'from' | 'to'>, running: string): string[] {
  const last = to ?? running;
  const first = from ?? monthsLater(last, -11);
  if (first > last || monthsLater(first, MOST_MONTHS) <= last)
    throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/from', detail: wrongPeriod }] });
  return monthsFrom(first, last);
}

const wrongPeriod = {
  it: `Il periodo finisce prima di cominciare, o supera ${MOST_MONTHS} mesi`,
  en: `The period ends before it begins, or is longer than ${MOST_MONTHS} months`,
};

const sum = (cells: readonly { count: number }[]): number => cells.reduce((all, { count }) => all + count, 0);

/** Of the calendar: a month counts as 30 days, and five working days as seven. */
const daysOf = { days: 1, 'working-days': 7 / 5, months: 30 };

const timesOf = ({ times, procedures }: Figures, isHers: (cell: { procedureId: string }) => boolean): Statistics['times'] =>
  procedures.flatMap(({ id, title, settings }) => {
    const time = times.find(({ procedureId }) => procedureId === id);
    if (!time || !isHers(time)) return [];
    const { count, unit } = lengthOf(termRuleOf(settings));
    return [{ ...time, title, medianDays: Math.round(time.medianDays * 10) / 10, targetDays: Math.round(count * daysOf[unit]) }];
  });

const backlogOf = (open: readonly OpenCell[]): Statistics['backlog'] =>
  [...Map.groupBy(open, ({ officeId }) => officeId)]
    .map(([officeId, cells]) => ({
      officeId,
      name: cells[0]?.officeName ?? null,
      waiting: sum(cells.filter(({ officerId }) => officerId === null)),
      inCharge: sum(cells.filter(({ officerId }) => officerId !== null)),
      late: cells.reduce((all, { late }) => all + late, 0),
    }))
    .sort((a, b) => b.waiting + b.inCharge - (a.waiting + a.inCharge) || String(a.name).localeCompare(String(b.name), 'it'));

const loadsOf = (open: readonly OpenCell[]): Statistics['loads'] =>
  [...Map.groupBy(open, ({ officerId }) => officerId)]
    .flatMap(([officerId, cells]) => (officerId ? [{ officerId, name: cells[0]?.officerName ?? '', count: sum(cells) }] : []))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'it'));
