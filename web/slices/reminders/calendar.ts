// A file for the calendar of a phone (RFC 5545), made here: nobody else is asked, and nobody else gets it.
import { type PlainDate, plusDays } from "../../../shared/kernel/calendar.ts";

/** `key`: the same each time, so that a calendar that has the day already puts it once. */
export type Entry = { on: PlainDate; title: string; key: string };

const LINE_BYTES = 75;
const plain = (day: PlainDate) => day.replaceAll("-", "");
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&");
/** At nine in the morning of the day before. */
const SIGN = ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:-", "TRIGGER:-PT15H", "END:VALARM"];

export const calendarOf = (entries: readonly Entry[], today: PlainDate): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Canbaotong//Reminders//ZH",
    ...entries.flatMap(({ on, title, key }) => [
      "BEGIN:VEVENT",
      `UID:${key.replaceAll("#", "-")}@canbaotong`,
      `DTSTAMP:${plain(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(plusDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...SIGN,
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
