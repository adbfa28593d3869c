import { Hono } from "hono/tiny";
import { isUnproven, leading } from "../../shared/facts.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { readReminders, setReminders } from "../../shared/reminder/contract.ts";
import { periodUnknown } from "../../shared/reminder/periods.ts";
import type { Reminders } from "../../shared/reminder/shown.ts";
import { reminderLaw } from "../../shared/reminder/telling.ts";
import { stepsOf } from "../../shared/reminder/transfers.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";
import { setsIn } from "../reminders/sets.ts";
import { paidAtWork, placesOf, remindersOf } from "../reminders/view.ts";
import { mayBeTold } from "./delegated.ts";
import { recordOf, subjectOf } from "./subject.ts";

export const reminder = (deps: Deps) =>
  new Hono<Env>()
    .get(readReminders.path, accept(readReminders), async (c) => {
      const { for: whom } = c.req.valid("query");
      const subject = await subjectOf(c, deps, c.var.session, whom);
      if (subject.answer) return subject.answer;
      const [policy, store, transfers, placeName, family] = await Promise.all([
        deps.policy(),
        deps.reminders(),
        deps.transfers(),
        deps.places(),
        whom ? undefined : deps.children(),
      ]);
      const [record, wanted, moving, children] = await Promise.all([
        recordOf(deps, subject),
        store.wanted(subject.personId),
        transfers.all(subject.personId),
        family?.all(c.var.session) ?? [], // nothing is waited for between them: what failed meanwhile would be nobody's to catch
      ]);
      if (!record) return problem(c, "not-found");

      const today = dateOf(deps.now());
      const law = reminderLaw(policy({ region: "national", asOf: today }));
      const isAdults = subject.by?.as === "delegate" && !subject.isChild;
      const told = (wanted.reminded?.told ?? []).filter((one) => !isAdults || mayBeTold(one));
      const reminders = remindersOf(record, told, policy, deps.now());
      const unknown = periodUnknown(record, today, policy);
      const divisions = [...placesOf(reminders), ...(unknown ? [unknown] : [])];
      const phone = leading(record.facts, "phone");
      return c.json({
        today,
        name: masked("name", record.registration.identity.name),
        reminders,
        transfers: stepsOf(moving, today),
        told,
        paid: paidAtWork(record),
        ...(unknown && { unknown }),
        children: children.map(({ child, record: one }) => ({
          child,
          name: masked("name", one.registration.identity.name),
          open: remindersOf(one, [], policy, deps.now()).filter(({ open }) => open).length,
        })),
        settings: wanted.settings,
        hours: law?.hours ?? { from: 0, to: 0 },
        ...(phone && !isUnproven(phone) && { phone: masked("phone", phone.phone) }),
        places: [...new Set(divisions)].map((division) => ({ division, name: placeName(division) })),
      } satisfies Reminders);
    })

    .post(setReminders.path, accept(setReminders), async (c) => {
      const settings = c.req.valid("json");
      const now = deps.now();
      const law = reminderLaw((await deps.policy())({ region: "national", asOf: dateOf(now) }));
      const rings = law && (settings.hour === undefined || (settings.hour >= law.hours.from && settings.hour < law.hours.to));
      if (!law || !rings) return problem(c, "refused", { findings: [finding("reminder.quiet-hour", "hour")] });
      const done = await setsIn({ reminders: await deps.reminders(), law })(c.var.session.personId, settings, now);
      return done ? c.json({ settings }) : problem(c, "conflict", { findings: [finding("reminder.moved", "off")] });
    });
