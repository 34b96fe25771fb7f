import type { Reading } from "../quantities/figures.ts";
import * as cues from "../tally-cues.ts";

// What a block may hold.
export const SCORE = 1;
export const COMPOUND = 2;
export const SINGLE = 4;
export const PLACE = 8;
export const ELLIPSIS = 16;
export const FEAT = 32;
export const STREAK = 64;
export const MARGIN = 128;
export const EXTREME = 256;

const COUNT = cues.DIGITS | cues.COUNT_WORD;
/** What a sign begins with. */
const FIRST = cues.DASH | cues.SINGLE | cues.OF_GROUP | cues.OWN | cues.DOUBLE | cues.IN_A_ROW | cues.BY | cues.EXTREME;
const COMMA = 44;

/** Which tallies the words of a text are signs of: without the sign there is none, with it the pattern has to tell. */
export function signsIn(lexemes: Reading["lexemes"]): number {
	if (!lexemes.hold(FIRST)) return 0;
	let signs = 0;
	for (let i = 0; i < lexemes.length; i++) {
		const cue = lexemes.signs(i) & FIRST;
		if (cue !== 0) signs |= signsAt(lexemes, i, cue);
	}
	return signs;
}

function signsAt(lexemes: Reading["lexemes"], i: number, cue: number): number {
	let signs = 0;
	// `3-1`, `9-of-17`, `31-point`
	if ((cue & cues.DASH) !== 0 && lexemes.is(i - 1, COUNT)) {
		if (lexemes.is(i + 1, cues.DIGITS) || lexemes.is(i + 2, cues.DASH)) signs |= SCORE;
		if (lexemes.is(i + 1, cues.OF_CONTEST)) signs |= COMPOUND;
	}
	if ((cue & cues.SINGLE) !== 0 && (lexemes.is(i - 1, cues.ADDING) || lexemes.text.charCodeAt(lexemes.end(i - 1) - 1) === COMMA))
		signs |= SINGLE;
	if ((cue & cues.OF_GROUP) !== 0 && lexemes.hold(cues.PLACE_WORD)) signs |= PLACE;
	// `three of their own`
	if ((cue & cues.OWN) !== 0 && lexemes.is(i - 3, COUNT)) signs |= ELLIPSIS;
	if ((cue & cues.DOUBLE) !== 0 && lexemes.hold(cues.PLACE_WORD | cues.DIGITS)) signs |= FEAT;
	// `five straight`, `two - straight`, `two in a row`
	if ((cue & cues.IN_A_ROW) !== 0 && hasCountWithin(lexemes, i, 4)) signs |= STREAK;
	if ((cue & cues.BY) !== 0 && lexemes.is(i + 1, COUNT)) signs |= MARGIN;
	if ((cue & cues.EXTREME) !== 0 && lexemes.is(i + 1, cues.AMONG)) signs |= EXTREME;
	return signs;
}

/** Whether a count stands among so many lexemes before one. */
function hasCountWithin(lexemes: Reading["lexemes"], i: number, reach: number): boolean {
	for (let at = i - 1; at >= i - reach; at--) if (lexemes.is(at, COUNT)) return true;
	return false;
}
