/** Units of measure are shared with the tables of packs. */
export { LONGEST_FORM, UNIT_SYMBOLS, UNIT_WORDS, type UnitEntry, type UnitOfMeasure, unitOfMeasure } from "../../../units/units.ts";
