import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { hukouPageSays } from "../../messages/registration-says.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, typed } from "../change/form.ts";
import { Places } from "./answer.ts";
import { answered, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { openCounties } from "./places.ts";
import { typedOf } from "./said.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof hukouPageSays.zh, string>>();
const LONGEST = 120;
const hasMoved = () => typed("hukou.moved") === "yes";
const select = (id: string) => byId(id) as HTMLSelectElement;

function leaveCounty(): Complaint[] {
  const lines = typed("hukou.lines").normalize("NFC").trim();
  if (!typed("hukou.province")) return [{ field: "hukou.province", text: words["province.missing"] }];
  if (!typed("hukou.county")) return [{ field: "hukou.county", text: words["county.missing"] }];
  const about = (text: string) => [{ field: "hukou.lines", text }];
  if (!lines) return about(words["lines.missing"]);
  if (lines.length > LONGEST) return about(fill(words["text.long"], { n: LONGEST }));
  return /\p{C}/u.test(lines) ? about(words["text.signs"]) : [];
}

void openForm(registrationOf(Places, words, typedOf), words, ({ hukou, residence }, kept) => {
  byId("registered").textContent = hukou ? fill(words.registered, { place: hukou.text }) : words.nothing;
  byId("hukou.moved-1").closest<HTMLElement>(".pick")!.hidden = !hukou;
  return {
    steps: [
      {
        name: "moved",
        done: hasMoved,
        leave() {
          if (!typed("hukou.moved")) return [{ field: "hukou.moved", text: words["moved.missing"] }];
          return hasMoved() ? [] : answered([]);
        },
      },
      { name: "county", applies: hasMoved, done: () => false, leave: () => answered(leaveCounty()) },
    ],
    opened: () =>
      openCounties(
        select("hukou.province"),
        select("hukou.county"),
        {
          province: kept["hukou.province"] ?? (hukou ?? residence)?.division.slice(0, 2) ?? "",
          county: kept["hukou.county"] ?? "",
        },
        () => {
          byId("registered").textContent = words.listGone;
        },
      ),
  };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
