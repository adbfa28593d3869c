// The working days that are loaded, for pages that count legal limits: last year's, this year's and what is loaded beyond.
import data from "../../shared/kernel/data/working-days.json" with { type: "json" };

const YEARS = 2;

export const GET = () => Response.json({ ...data, years: Object.fromEntries(Object.entries(data.years).slice(-YEARS)) });
