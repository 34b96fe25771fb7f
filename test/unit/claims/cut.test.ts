import { strict as assert } from "node:assert";
import { cut } from "../../../server/claims/cut.ts";
import { OPENS_NUMBER } from "../../../server/claims/quantities/reading/cues.ts";
import { type Lexemes as Figures, lexemesOf } from "../../../server/claims/quantities/reading/lexemes.ts";
import { Lexemes as Times } from "../../../server/claims/time/lexemes.ts";
import { hashed } from "../../../server/prose/lexicon.ts";

function figuresOf(lexemes: Figures): unknown[] {
	return Array.from({ length: lexemes.length }, (_, i) => [lexemes.start(i), lexemes.end(i), lexemes.signs(i), lexemes.word(i)]);
}

function timesOf(lexemes: Times): unknown[] {
	return Array.from({ length: lexemes.length }, (_, i) => [lexemes.at(i), lexemes.mayOpen(i), lexemes.mayBeTensed(i)]);
}

/** Each reader by itself, over the whole text. */
function apart(text: string): { figures: Figures; times: Times } {
	const times = new Times(text);
	times.read(0, text.length, false);
	return { figures: lexemesOf(text), times };
}

describe("a text that is cut for figures and times in one pass", () => {
	// Bits that go together in every way: words, numbers, marks that stand for themselves, and those that something begins or goes on with.
	const bits =
		"May the THIRD u.s o'clock company's it’s A. naïve 4 12.5 1,200 3Q25 4th 1990s '98 .5 7e-3 - – — & $ % ( ) “ ” , . : / ½ 🙂 \u00a0 \u2009".split(
			" ",
		);
	for (const [name, space] of [
		["apart", " "],
		["without a space", ""],
	] as const) {
		it(`reads any three bits ${name} as each reader does by itself`, () => {
			for (const a of bits)
				for (const b of bits)
					for (const c of bits) {
						const text = `${a}${space}${b}${c} of`;
						const [one, two] = [cut(text), apart(text)];
						assert.deepEqual(figuresOf(one.figures), figuresOf(two.figures), text);
						assert.deepEqual(timesOf(one.times), timesOf(two.times), text);
					}
		});
	}

	it("tells words of a list from others with the same hash", () => {
		for (const [word, other] of [
			["hundred", "rkomovl"],
			["million", "hnkwjvj"],
			["several", "njupshh"],
		] as const) {
			const hash = (text: string) => [...text].reduce((sum, letter) => hashed(sum, letter.charCodeAt(0)), 0);
			assert.equal(hash(word), hash(other));
			const { figures } = cut(`${word} ${other}`);
			assert.deepEqual([figures.word(0), figures.word(1)], [word, other]);
			assert.deepEqual([figures.is(0, OPENS_NUMBER), figures.is(1, OPENS_NUMBER)], [true, false]);
		}
	});
});
