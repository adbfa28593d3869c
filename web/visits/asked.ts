// What is missing or wrong in single fields of the form at the door. What goes together the rules of the form say (filled.ts).
import * as v from "valibot";
import { instantAt, type PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import { Landline } from "../../shared/kernel/fields.ts";
import { readDate } from "../../shared/kernel/plain-date.ts";
import { Employer } from "../../shared/registration.ts";
import type { Typed } from "../drafts.ts";
import type { Complaint } from "../errors.ts";
import type { fieldSays } from "../messages/visits.ts";
import { employerIn, LONGEST_NAME } from "../slices/change/employer.ts";
import {
  asksEmployer,
  asksGraduation,
  asksPlace,
  asksText,
  asksUntil,
  codesIn,
  graduationIn,
  mustNameEmployer,
  textIn,
} from "../slices/declaration/said.ts";
import type { Form } from "../slices/registration/answer.ts";
import { reasonTyped } from "../slices/registration/said.ts";
import { fill } from "../words.ts";

import { asksWhy } from "./filled.ts";

export type FieldWords = Record<`field.${keyof typeof fieldSays.zh}`, string>;
const MOST_REASONS = 5; // shared/declaration/contract.ts
const LONGEST = { line: 120, road: 60, street: 30, text: 200, name: 50 }; // shared/registration/form.ts

export const hasDeclined = (typed: Typed): boolean => typed["sign.by"] === "declined";
/** Of who signs for somebody else the paper is looked at. */
export const needsPaper = (typed: Typed): boolean => typed["sign.by"] === "guardian" || typed["sign.by"] === "proxy";

export function wrongFields(form: Form, typed: Typed, today: PlainDate, words: FieldWords): Complaint[] {
  const wrong: Complaint[] = [];
  const say = (field: string, text: string) => wrong.push({ field, text });
  const has = (name: string) => (typed[name] ?? "").trim() !== "";
  const need = (field: string, text: string): boolean => {
    if (!has(field)) say(field, text);
    return has(field);
  };
  const line = (field: string, most: number) => {
    const text = typed[field] ?? "";
    if (text.trim().length > most) say(field, fill(words["field.long"], { n: most }));
    else if (/\p{C}/u.test(text)) say(field, words["field.signs"]);
  };

  if (typed["hukou.moved"] !== "no" && need("hukou.moved", words["field.choose"])) {
    need("hukou.province", words["field.province"]) && need("hukou.county", words["field.county"]);
    need("hukou.lines", words["field.lines"]) && line("hukou.lines", LONGEST.line);
  }
  if (typed["home.moved"] !== "no" && need("home.moved", words["field.choose"])) {
    need("province", words["field.province"]) && need("county", words["field.county"]);
    if (!has("kept-street")) say(typed["township"] === "own" ? "ownStreet" : "township", words["field.township"]);
    line("ownStreet", LONGEST.street);
    line("village", LONGEST.street);
    need("address.lines", words["field.lines"]) && line("address.lines", LONGEST.road);
  }
  need("card", words["field.card"]);
  if (need("landline", words["field.choose"]) && typed["landline"] === "new" && !v.is(Landline, typed["landline.number"]?.trim()))
    say("landline.number", words["field.landline"]);
  if (need("work", words["field.work"]) && typed["work"] === "EMPLOYED") employer("employer", employerIn(typed), true);

  for (const insurance of asksWhy(form, typed, today)) {
    const reason = reasonTyped(typed, insurance);
    const codes = codesIn(reason);
    const field = (name: string) => `${insurance}.${name}`;
    if (codes.length > MOST_REASONS) say(field("why.P01"), fill(words["field.many"], { n: MOST_REASONS }));
    if (asksEmployer(codes)) employer(field("employer"), employerIn(reason), mustNameEmployer(codes));
    if (asksUntil(codes) && reason["until"] && !readDate(reason["until"], { asOf: today, future: true }).ok)
      say(field("until"), words["field.day"]);
    if (asksGraduation(codes) && !v.is(PlainMonth, graduationIn(reason))) say(field("graduation.year"), words["field.month"]);
    if (asksText(codes))
      need(field("text"), words["field.text"]) && textIn(reason).length > LONGEST.text && line(field("text"), LONGEST.text);
    if (asksPlace(codes)) need(field("province"), words["field.province"]) && need(field("county"), words["field.county"]);
  }

  if (need("sign.by", words["field.signer"]) && !hasDeclined(typed)) {
    if (typed["sign.by"] === "guardian") need("sign.relation", words["field.relation"]);
    need("sign.name", words["field.name"]) && line("sign.name", LONGEST.name);
    need("notes", words["field.notes"]);
    need("declared", words["field.declare"]);
  }
  return wrong;

  function employer(field: string, { name, code }: ReturnType<typeof employerIn>, must: boolean): void {
    if (!name && !code && !must) return;
    if (!name) say(`${field}.name`, words["field.employer"]);
    else if (name.length > LONGEST_NAME) say(`${field}.name`, fill(words["field.long"], { n: LONGEST_NAME }));
    else if (!v.is(Employer, { name, ...(code && { code }) })) say(`${field}.number`, words["field.credit"]);
  }
}

/** By the clock of this tablet. */
export const nowHere = () => instantAt(Date.now());
