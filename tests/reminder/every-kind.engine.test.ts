// Every kind of reminder from the worker's write to the words on a telephone: of the kinds that somebody wants, in their hour, once,
// and with nothing of what it is about.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { remindersIn } from "../../functions/clock/reminders.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { openRegister } from "../../functions/register/register.ts";
import { movingDues } from "../../functions/reminders/dues.ts";
import { openReminders } from "../../functions/reminders/reminders.ts";
import { setsIn } from "../../functions/reminders/sets.ts";
import { transact } from "../../functions/transact.ts";
import { type Instant, instantAt, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Changes, SaidReason } from "../../shared/registration.ts";
import { DueWhat } from "../../shared/reminder/due.ts";
import { openStage, type Stage, silent } from "../clock/stage.ts";
import { anInsurance, aPhone, day, noon } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const written = noon("2026-03-30");
const law = { hours: { from: 8, to: 20 }, keptDays: 14 };
const store = () => openReminders({ client: stage.client, table: "casework" });
const clock = () => remindersIn({ client: stage.client, table: "casework", tell: stage.tell, policy: deployedPolicy });
const at = (date: PlainDate, time: string): Instant => instantAt(Date.parse(`${date}T${time}+08:00`));

const said = (reason: SaidReason): Changes => ({
  reasons: [
    {
      insurance: "pension",
      reasons: [reason],
      source: "resident",
      asOf: day("2026-03-30"),
      recordedAt: written,
      acceptedAt: written,
    },
  ],
});
const pays = (months: number, years: Record<string, string> = {}): Changes => ({
  summary: {
    asOf: day("2026-03-01"),
    paid: { "110": months },
    insurances: { pension: anInsurance({ years: { "2025": "pppppppppppp", ...years } }) },
  },
});

/** Whose record moves by it, and that it makes due. */
const kinds = {
  "medical-period": { birth: "1990-05-01" },
  "payment-gap": { birth: "1990-05-01", changes: pays(10, { "2025": "pppppppppp--" }) },
  "reason-expires": { birth: "1990-05-01", changes: said({ code: "O02" }) },
  newborn: { birth: "2026-03-20" },
  "sixteenth-birthday": { birth: "2010-07-20" },
  graduation: { birth: "2005-05-01", changes: said({ code: "O05", graduation: "2026-06" } as SaidReason) },
  discharge: { birth: "2005-05-01", changes: said({ code: "O01", until: day("2026-12-15") }) },
  release: { birth: "1980-05-01", changes: said({ code: "O04", until: day("2026-12-15") }) },
  "sixtieth-birthday": { birth: "1966-09-15" },
  retirement: { birth: "1966-09-15", changes: pays(300) },
  "minimum-months": { birth: "1970-09-15", changes: pays(100) },
} satisfies Record<DueWhat, { birth: string; changes?: Changes }>;

let nth = 0;
/** The worker moves somebody, as for a file or for what they sent. */
async function moved({ birth, changes = {} }: { birth: string; changes?: Changes }) {
  const phone = `154${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone) });
  await register(stage.client, aliasSecret(), person);
  const { personId, identity } = person.record.registration;
  const movesDues = movingDues({ table: "casework", policy: deployedPolicy });
  const writer = openRegister({ client: stage.client, table: "register", movesDues });
  const before = await writer.page(personId);
  const summary = { asOf: day("2026-03-01"), insurances: {} };
  const all: Changes = {
    registration: { ...person.record.registration, identity: { ...identity, birth: day(birth) } },
    summary,
    ...changes,
  };
  const origin = { by: "insured-340400", channel: "import", receipt: `r-${nth}`, recordedAt: written } as const;
  await transact(stage.client, writer.moves({ ...origin, personId, before, changes: all }));
  return { personId, phone };
}
const sets = (personId: PersonId, wanted: readonly DueWhat[], more: { channel?: "page"; hour?: number } = {}) =>
  setsIn({ reminders: store(), law })(
    personId,
    { off: DueWhat.options.filter((what) => !wanted.includes(what)), channel: "sms", ...more },
    written,
  );
const heardBy = (phone: string) => stage.heard.filter(({ to }) => to === phone).map(({ text }) => text);
async function passes(...moments: Instant[]) {
  for (const now of moments) {
    expect(await stage.minute(now, clock())).toEqual([]);
    await stage.bring(now);
  }
}
const told = (count: number) => `【参保通】林*禾，您有${count}条参保提醒，请登录看。有疑问，请打12333。`;

describe("a reminder", () => {
  test.each(DueWhat.options)("of %s comes in the hour that was chosen, and says nothing of what it is", async (what) => {
    const { personId, phone } = await moved(kinds[what]);
    expect(await sets(personId, [what], { hour: 9 })).toBe(true);
    const [due] = ((await store().dues(personId))?.dues ?? []).filter((one) => one.what === what);
    if (!due) throw new Error("nothing is due");
    const from = due.day > day("2026-03-30") ? due.day : day("2026-03-31");

    await passes(at(from, "08:59:59"));
    expect(heardBy(phone)).toEqual([]);
    await passes(at(from, "09:59:59"));
    expect(heardBy(phone)).toEqual([told(1)]);
  });

  test("of two things on one day is one message, and none rings at night", async () => {
    const changes = said({ code: "O04", until: day("2026-04-10") });
    const { personId, phone } = await moved({ birth: "1966-04-20", changes });
    await sets(personId, DueWhat.options);
    const first = day("2026-03-31");
    await passes(at(first, "03:00:00"), at(first, "07:59:59"));
    expect(heardBy(phone)).toEqual([]);
    await passes(at(first, "19:59:59"), at(day("2026-04-01"), "19:59:59"));
    expect(heardBy(phone)).toEqual([told(2)]);
  });

  test("of who wants none by telephone, or switched all kinds off, stands on the page alone", async () => {
    const people = [await moved(kinds.newborn), await moved(kinds.newborn)];
    await sets(people[0]!.personId, DueWhat.options, { channel: "page" });
    await sets(people[1]!.personId, []);
    await passes(at(day("2026-06-10"), "19:59:59"));

    expect(people.flatMap(({ phone }) => heardBy(phone))).toEqual([]);
    expect((await store().dues(people[0]!.personId))?.dues).not.toEqual([]);
  });
});
