// A file for the calendar of a phone (RFC 5545), made here: nobody else is asked, and nobody else gets it.
import { type PlainDate, plusDays } from "../../../shared/kernel/calendar.ts";

/** `key`: the same each time, so that a calendar that has the day already puts it once. */
export type Entry = { on: PlainDate; title: string; key: string };

const LINE_BYTES = 75;
const plain = (day: PlainDate) => day.replaceAll("-", "");
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&");
/** Two weeks before, and at nine in the morning of the day before. */
const SIGNS = ["P14D", "PT15H"].flatMap((before) => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  "DESCRIPTION:-",
  `TRIGGER:-${before}`,
  "END:VALARM",
]);
/** Somebody else: what they are called, and whom the page's address names. One phone may hold those of a whole family. */
export type Theirs = { whom: string; name: string };

export const calendarOf = (entries: readonly Entry[], today: PlainDate, theirs?: Theirs): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Canbaotong//Reminders//ZH",
    ...entries.flatMap(({ on, title, key }) => [
      "BEGIN:VEVENT",
      `UID:${key.replaceAll("#", "-")}${theirs ? theirs.whom.slice(-4) : ""}@canbaotong`,
      `DTSTAMP:${plain(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(plusDays(on, 1))}`,
      `SUMMARY:${escaped(theirs ? `${theirs.name}：${title}` : title)}`,
      ...SIGNS,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");

/** A line goes on in the next one, behind a blank; never within a character. */
function folded(line: string): string {
  const lines = [""];
  let bytes = 0;
  for (const sign of line) {
    const more = new TextEncoder().encode(sign).length;
    if (bytes + more > LINE_BYTES) {
      lines.push("");
      bytes = 1;
    }
    lines[lines.length - 1] += sign;
    bytes += more;
  }
  return lines.join("\r\n ");
}
