// The form: how somebody wants to be reminded.

import { DueWhat } from "../../../shared/reminder/due.ts";
import type { Reminders } from "../../../shared/reminder/shown.ts";
import type { Settings } from "../../../shared/reminder/wanted.ts";
import { byId, element } from "../../dom.ts";
import type { RemindersWords } from "../../messages/reminders.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";

const inputs = (name: string) => Array.from(document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`));

/** Nobody else needs to be asked about it, and whoever looks over a shoulder need not read it. */
const RARE = "release";
/** What may come to anybody. Of the rest only what does, or what they have said something about, stands first. */
const COMMON = ["medical-period", "payment-gap", "retirement"];

export function fillSettings({ settings, reminders, hours, phone }: Reminders, words: RemindersWords): void {
  const { off, channel, hour } = settings;
  for (const input of inputs("kind")) {
    const { value, parentElement: line } = input;
    const concerns = [...COMMON, ...off, ...reminders.map(({ what }) => what)].some((what) => what === value);
    line!.hidden = value === RARE && !concerns;
    if (!concerns) byId("rest").append(line!);
  }
  byId("rest").hidden = false;
  for (const input of inputs("channel")) {
    input.checked = input.value === channel;
    input.onchange = () => waitForMessages(input.value === "page");
  }
  waitForMessages(channel === "page");
  for (const input of inputs("kind")) input.checked = !off.some((what) => what === input.value);
  const options = Array.from({ length: hours.to - hours.from }, (_, nth) => hours.from + nth).map((from) =>
    element("option", { value: String(from) }, fill(words.hourOf, { from, to: from + 1 })),
  );
  const select = byId("hour") as HTMLSelectElement;
  select.replaceChildren(element("option", { value: "" }, words["anyHour"]), ...options);
  select.value = hour === undefined ? "" : String(hour);
  byId("phone").replaceChildren(
    phone ? fill(words.phone, { phone }) : words.noPhone,
    " ",
    element("a", { href: here("/change/phone") }, phone ? words.otherPhone : words.toPhone),
  );
}

export function settingsIn(form: HTMLFormElement): Settings {
  const hour = (form.elements.namedItem("hour") as HTMLSelectElement).value;
  const wanted = inputs("kind").flatMap(({ checked, value }) => (checked ? value : []));
  return {
    off: DueWhat.options.filter((what) => !wanted.includes(what)),
    channel: inputs("channel").some(({ checked, value }) => checked && value === "page") ? "page" : "sms",
    ...(hour && { hour: Number(hour) }),
  };
}

/** Who wants none by telephone is asked neither when nor about what. */
function waitForMessages(isOff: boolean): void {
  for (const field of [byId("hour").parentElement!, inputs("kind")[0]!.closest("fieldset")!, byId("rest")]) field.hidden = isOff;
}
