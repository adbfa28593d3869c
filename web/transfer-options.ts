// What the simulator of moves and the application ask alike, with the same answers in the same words.
import { TransferKind } from "../shared/transfer/transfer.ts";
import type { Lang } from "./messages/both.ts";
import { transfer, transferKinds } from "./messages/transfer.ts";

export function transferOptions(lang: Lang) {
  const { yes, no, employee, resident, abouts } = transfer[lang];
  return {
    kinds: TransferKind.options.map((value) => ({ value, label: transferKinds[lang][value], about: abouts[value] })),
    yesNo: [
      { value: "yes", label: yes },
      { value: "no", label: no },
    ],
    medicals: [
      { value: "310", label: employee },
      { value: "390", label: resident },
    ],
    money: { kind: "no", inputmode: "decimal", maxlength: 14, autocomplete: "off" },
  } as const;
}
