// Places that have numbers of their own, by name. At build time.
import type { Region } from "../shared/policy/parameter.ts";
import { parameterFiles } from "./loaded-parameters.ts";
import type { Lang } from "./messages/both.ts";
import { parameterPages } from "./messages/parameter-pages.ts";
import { regionsIn } from "./regions.ts";

const places = { zh: regionsIn("zh", parameterFiles), en: regionsIn("en", parameterFiles) };

export const placeName = (lang: Lang, region: Region): string =>
  places[lang].find(({ code }) => code === region)?.name ?? parameterPages[lang].national;
