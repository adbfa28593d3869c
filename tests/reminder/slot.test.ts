// When in the day it rings: never at night, once a day, each person at their own time.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dateOf, type Instant, instantAt, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { nextSlot, type Slots, slotOn } from "../../shared/reminder/slot.ts";
import { aPersonId, day } from "../support/build.ts";

const hours = { from: 8, to: 20 };
const someone = v.parse(PersonId, "AAAAAAAAAAAAAAAAAAAAAA");
const at = (text: string) => instantAt(Date.parse(`${text}+08:00`));
const hourIn = (instant: Instant) => Number(instant.slice(11, 13));

const anyone = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => v.parse(PersonId, Buffer.from(bytes).toString("base64url")));
const moment = fc
  .integer({ min: Date.parse("2025-01-01T00:00:00+08:00"), max: Date.parse("2032-12-31T23:59:59+08:00") })
  .map(instantAt);
const anHour = fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined });
const someDays = fc.integer({ min: -40, max: 40 });

describe("for anybody, at any moment, whatever hour they chose", () => {
  const asked = fc.record({
    personId: anyone,
    now: moment,
    hour: anHour,
    late: someDays,
    told: fc.option(someDays, { nil: undefined }),
  });
  const slotFor = ({
    personId,
    now,
    hour,
    late,
    told,
  }: {
    personId: PersonId;
    now: Instant;
    hour: number | undefined;
    late: number;
    told: number | undefined;
  }) => {
    const from = plusDays(dateOf(now), -late);
    const last = told === undefined ? undefined : plusDays(dateOf(now), -Math.max(0, told));
    return { from, last, slot: nextSlot(from, now, last, { personId, hours, hour }) };
  };

  test("it rings between eight in the morning and eight in the evening, and in the hour that they chose", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const rings = hourIn(slotFor(given).slot);
        expect(rings).toBeGreaterThanOrEqual(hours.from);
        expect(rings).toBeLessThan(hours.to);
        if (given.hour !== undefined && given.hour >= hours.from && given.hour < hours.to) expect(rings).toBe(given.hour);
      }),
    );
  });

  test("it rings neither before its day nor in the past, and within two days of when it may", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const { from, slot } = slotFor(given);
        const may: PlainDate = from > dateOf(given.now) ? from : dateOf(given.now);
        expect(dateOf(slot) >= from && slot >= given.now).toBe(true);
        expect(dateOf(slot) <= plusDays(may, 2)).toBe(true);
      }),
    );
  });

  test("it rings on no day on which it has rung", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const { last, slot, from } = slotFor(given);
        if (last !== undefined && last >= from) expect(dateOf(slot) > last).toBe(true);
      }),
    );
  });

  test("asked again at that moment, it is that moment: who looks then finds it due", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const { from, last, slot } = slotFor(given);
        expect(nextSlot(from, slot, last, { ...given, hours })).toBe(slot);
      }),
    );
  });
});

describe("today's moment", () => {
  const slots: Slots = { personId: someone, hours, hour: 9 };
  const slot = slotOn(day("2026-11-22"), slots);

  test.each([
    { when: "before it", now: at("2026-11-22T00:00:00"), on: slot },
    { when: "at it", now: slot, on: slot },
    { when: "after it, in the same hour: at once", now: at("2026-11-22T09:59:59.999"), on: at("2026-11-22T09:59:59.999") },
    { when: "when the hour is over: tomorrow's", now: at("2026-11-22T10:00:00"), on: slotOn(day("2026-11-23"), slots) },
  ])("$when", ({ now, on }) => {
    expect(nextSlot(day("2026-11-22"), now, undefined, slots)).toBe(on);
  });

  test.each([
    { hour: 7, within: [8, 19] },
    { hour: 8, within: [8, 8] },
    { hour: 19, within: [19, 19] },
    { hour: 20, within: [8, 19] },
  ])("for who chose $hour o'clock lies within $within", ({ hour, within: [least = 0, most = 0] }) => {
    const rings = hourIn(slotOn(day("2026-11-22"), { personId: someone, hours, hour }));

    expect(rings >= least && rings <= most).toBe(true);
  });

  test("spreads ten thousand people over the whole window: no hour has a fifth more than its share", () => {
    const perHour = new Map<number, number>();
    for (let nth = 0; nth < 10_000; nth++) {
      const rings = hourIn(slotOn(day("2026-11-22"), { personId: aPersonId(), hours }));
      perHour.set(rings, (perHour.get(rings) ?? 0) + 1);
    }

    expect(perHour.size).toBe(12);
    expect(Math.max(...perHour.values())).toBeLessThan((10_000 / 12) * 1.2);
  });
});
