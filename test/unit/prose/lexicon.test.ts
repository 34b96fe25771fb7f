import assert from "node:assert/strict";
import fc from "fast-check";
import { Lexicon } from "../../../server/prose/lexicon.ts";

describe("a lexicon", () => {
	const numbers = new Lexicon([
		["one", 1],
		["two", 2],
		["o'clock", 3],
	]);
	const at = (text: string, word: string) => numbers.at(text, text.indexOf(word), text.indexOf(word) + word.length);

	it("knows a word in whatever case by where it stands", () => {
		assert.equal(at("It was TWO then", "TWO"), 2);
		assert.equal(at("at 5 o'clock", "o'clock"), 3);
	});

	it("knows neither part of a word nor a longer one", () => {
		assert.equal(at("It was twofold", "twofold"), undefined);
		assert.equal(at("It was two then", "tw"), undefined);
		assert.equal(at("It was ónè", "ónè"), undefined);
	});

	it("answers what a map of the same words does", () => {
		const word = fc.stringMatching(/^[a-c'.]{1,4}$/);
		fc.assert(
			fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word, { maxLength: 40 }), (known, asked) => {
				const map = new Map(known.map((each, i) => [each, i]));
				const lexicon = new Lexicon(map);
				for (const each of [...known, ...asked]) assert.equal(lexicon.at(`x${each}y`, 1, 1 + each.length), map.get(each));
			}),
		);
	});
});
