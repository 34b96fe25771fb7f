import { hasQuantity } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import type { SubjectCandidate, SubjectContext } from "../candidate.ts";
import { clausesApart, goesOnBehindAside } from "../sentence/asides.ts";
import { clauseAt, clausesBetween, type Name, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { isOfEach } from "./each.ts";
import { FARTHEST, goesOnWith, hasRelative, isSubject, subjectIds, wordsBetween } from "./names.ts";
import { antecedents, formerOrLatter, mayStandIn, type Reference, referenceBefore } from "./reference.ts";

/**
 * Whom a figure may be about, best first. The nearest name that can be a subject wins; a name across a clause, behind another subject
 * or in the place of an object counts for less; a pronoun or a stand-in (`the company`) is followed to the sentence before.
 */
export function subjectsOf(figure: Span, context: SubjectContext): SubjectCandidate[] {
	const passage = context.passages[context.at] as Passage;
	if (context.cell.length > 0) return context.cell.map((id) => ({ id, score: 0.95, how: "row of the table" }));
	if (!isAnybodyNear(context)) return [];
	const respective = respectively(figure, passage);
	if (respective === "unclear") return [];
	if (respective) return respective.ids.map((id) => ({ id, score: 1, name: respective, how: "respectively" }));
	const bracket = passage.names.findLast((name) => name.end <= figure.start && name.ids.length > 0 && bracketed(passage, name, figure));
	if (bracket) return bracket.ids.map((id) => ({ id, score: sureOf(bracket), name: bracket, how: "in brackets behind the name" }));
	const ordered = formerOrLatter(figure, context);
	if (ordered) return ordered.ids.map((id) => ({ id, score: ordered.ids.length > 1 ? 0.6 : 0.93, how: ordered.how }));
	const found = [...namesInside(figure, passage), ...namesBefore(figure, passage), ...namesAfter(figure, passage)];
	const reference = referenceBefore(figure, passage, mayStandIn(context));
	if (reference) {
		for (const [i, one] of found.entries()) {
			// What stands before a pronoun is reached through it.
			if (
				one.name &&
				one.name.end <= reference.start &&
				!(one.how === "in front of the figure") &&
				!isObjectOf(one.name, reference, passage)
			)
				found[i] = { ...one, score: one.score * 0.55 };
		}
		const place = placeInFront(reference, passage, context);
		if (place === undefined) found.push(...antecedents(reference, figure, context));
		else {
			for (const one of antecedents(reference, figure, context)) found.push({ ...one, score: one.score * 0.6 });
			for (const id of place.ids) found.push({ id, score: 0.9 * sureOf(place), name: place, how: "place in front" });
		}
	}
	if (!found.some((one) => one.score >= 0.5) && !reference && !hasStranger(figure, passage)) found.push(...inherited(context));
	// `15 goals from Chad`: whoever stands before is no longer sure to own them.
	const after = found.find((one) => (one.how === "after the figure" && one.score > 0.7) || one.how === "in the clause behind");
	if (after)
		for (const [i, one] of found.entries())
			if (one.how === "before the figure" || one.how === "pronoun")
				found[i] = { ...one, score: one.score * (after.how === "in the clause behind" ? 0.6 : 0.75) };
	const best = new Map<string, SubjectCandidate>();
	for (const one of found) if ((best.get(one.id)?.score ?? 0) < one.score) best.set(one.id, one);
	return [...best.values()].sort((a, b) => b.score - a.score);
}

/** `Orrin, which he founded in 2004`: what the clause is about is what the pronoun's verb acts on. */
function isObjectOf(name: Span, { start, word, type }: Reference, passage: Passage): boolean {
	if (type !== "person" && type !== "thing") return false;
	const between = wordsBetween(passage, name.end, start).map(({ lower }) => lower);
	return /^(?:he|she|it|they)$/.test(word) && between.at(-1) === "which" && between.length <= 2;
}

/** `In Orne it was 41C`, `on the coast it reached £1,200`: the pronoun stands for what is measured, and the place in front is whose it is. */
function placeInFront({ start, word }: Reference, passage: Passage, { entities }: SubjectContext): Name | undefined {
	if (word !== "it") return undefined;
	const at = wordFrom(passage, start);
	if (!/^(?:is|was|reached|hit|stood|fell|rose)$/.test(passage.words[at + 1]?.lower ?? "")) return undefined;
	const name = passage.names.findLast(({ end }) => end <= start);
	if (name?.standing !== "prepositional" || name.ids.length === 0 || wordsBetween(passage, name.end, start).length > 0) return undefined;
	return name.ids.every((id) => entities.get(id)?.type === "place") ? name : undefined;
}

/** Whether the packs know anybody whom the words of a sentence may lead to: there, before it, in the heading or the headline. */
function isAnybodyNear({ passages, at, heading, headline }: SubjectContext): boolean {
	if (heading.length > 0 || headline.length > 0) return true;
	for (let back = 0; back <= FARTHEST; back++) {
		const passage = passages[at - back];
		if (passage?.mayName && passage.names.some(({ ids }) => ids.length > 0)) return true;
	}
	return false;
}

/** How sure a name is of whom it means: two may be told apart by their figures, a crowd may not. */
const sureOf = ({ ids }: { readonly ids: readonly string[] }): number => (ids.length === 1 ? 1 : ids.length <= MOST ? 0.6 : 0.3);

/** More than these cannot be told apart. */
const MOST = 8;

const QUALITY = {
	subject: 1,
	caused: 1,
	agent: 0.92,
	possessive: 0.95,
	of: 0.8,
	prepositional: 0.5,
	object: 0.45,
	against: 0.35,
	stranger: 0,
} as const;

function namesBefore(figure: Span, passage: Passage): SubjectCandidate[] {
	const found: SubjectCandidate[] = [];
	let between = 0;
	const before = passage.names.filter((name) => name.end <= figure.start && !closedBefore(passage, name, figure));
	if (before.length === 0) return found;
	const group = coordinated(passage, before, figure);
	for (let i = before.length - 1; i >= 0; i--) {
		const name = before[i] as Name;
		const clauses = Math.min(3, clausesApart(passage, name.end, figure.start));
		const relative = hasRelative(passage, name);
		// `held Mali to 3 goals, while scoring five`: a participle goes with the subject, not with the object.
		const idle = name.standing === "caused" && clauses > 0 && beginsWithParticiple(passage, figure);
		let quality: number = idle ? QUALITY.object : QUALITY[name.standing];
		if (relative && name.ids.length > 0) quality = Math.max(quality, 0.97);
		const owns =
			name.standing !== "possessive" ||
			!passage.words.some(
				(word) =>
					word.text === "," &&
					word.start >= name.end &&
					word.end <= figure.start &&
					!enumerates(passage, name, figure) &&
					!isLabel(passage, word, figure),
			);
		if (!owns) quality = 0.5;
		if (
			name.standing === "of" &&
			!before.some((other) => other !== name && isSubject(other) && clausesBetween(passage, other.end, name.start) === 0)
		)
			quality = 0.95;
		let score = (quality - 0.08 * (relative ? Math.max(0, clauses - 1) : clauses)) * 0.55 ** between;
		if (group.includes(name)) score = (group.shared ? 0.95 : 0.6) * 0.55 ** Math.max(0, between - group.indexOf(name));
		for (const id of name.ids)
			found.push({
				id,
				score: score * sureOf(name),
				name,
				how: name.standing === "possessive" ? "possessive" : "before the figure",
				...(group.each && group.includes(name) && { each: true as const }),
			});
		if ((isSubject(name) && !idle) || relative || (name.standing === "of" && quality > 0.9)) {
			if (owns && !group.slice(1).includes(name)) between++;
		}
	}
	return found;
}

/** Whether the clause of a figure has a participle for its verb: `while committing 12`. */
function beginsWithParticiple(passage: Passage, figure: Span): boolean {
	const clause = clauseAt(passage, figure.start);
	const opening: Word[] = [];
	for (let i = wordFrom(passage, clause.start); i < passage.words.length && opening.length < 3; i++) {
		const word = passage.words[i] as Word;
		if (word.text !== ",") opening.push(word);
	}
	const [first, second, third] = opening;
	if (first?.lower !== "while" && first?.lower !== "when" && first?.lower !== "after" && first?.lower !== "before") return false;
	return /ing$/.test(second?.lower ?? "") || (/^(?:also|only|just)$/.test(second?.lower ?? "") && /ing$/.test(third?.lower ?? ""));
}

/** Names that are joined. */
type Group = Name[] & { shared?: boolean; each?: boolean };

/** `Chad and Mali grew by 3%`: the names joined right before the verb; shared when `both` or `each` says so. */
function coordinated(passage: Passage, before: readonly Name[], figure: Span): Group {
	const last = before.findLastIndex((name) => isSubject(name) && name.ids.length > 0);
	if (last < 1) return [];
	const group: Group = [before[last] as Name];
	for (let i = last - 1; i >= 0; i--) {
		const joined = wordsBetween(passage, (before[i] as Name).end, (before[i + 1] as Name).start).map((word) => word.lower);
		if (!joined.every((word) => word === "and" || word === "," || word === "the" || word === "or" || word === "nor") || joined.length === 0)
			break;
		if (!joined.some((word) => word !== "the")) break;
		group.unshift(before[i] as Name);
	}
	if (
		group.length < 2 ||
		!wordsBetween(passage, (group[0] as Name).start, figure.start).some(({ lower }) => lower === "and" || lower === "nor")
	)
		return [];
	group.each = isOfEach(group, passage, figure);
	group.shared =
		group.each || wordsBetween(passage, passage.start, figure.end + 30).some((word) => word.lower === "both" || word.lower === "each");
	return group;
}

/** `14 million Americans`: what is counted names whose it is. */
function namesInside(figure: Span, passage: Passage): SubjectCandidate[] {
	const inside = passage.names.filter((name) => name.ids.length > 0 && name.start >= figure.start && name.end <= figure.end);
	return inside.flatMap((name) =>
		name.ids.map((id) => ({ id, score: name.ids.length > 1 ? sureOf(name) : 0.92, name, how: "in the figure" })),
	);
}

/** A name after the figure: `the $42 million Harbour Fund`, `12 goals from Silva`. */
function namesAfter(figure: Span, passage: Passage): SubjectCandidate[] {
	const found: SubjectCandidate[] = [];
	if ((passage.names.at(-1)?.start ?? 0) < figure.end) return found;
	const subjectBefore =
		goesOnBehindAside(passage, figure.start) ||
		passage.names.some((name) => name.end <= figure.start && isSubject(name) && clausesBetween(passage, name.end, figure.start) === 0);
	for (const name of passage.names) {
		if (name.start < figure.end || name.ids.length === 0) continue;
		const between = wordsBetween(passage, figure.end, name.start);
		// `the €486 million that the whole division spent`: the clause behind the figure says whose it is.
		if (
			between.length <= 4 &&
			between[0]?.lower === "that" &&
			between.slice(1).every(({ lower }) => /^(?:the|its|whole|entire)$/.test(lower))
		) {
			for (const id of name.ids) found.push({ id, score: 0.95 * sureOf(name), name, how: "in the clause behind" });
			break;
		}
		if (between.length > 7 || clausesBetween(passage, figure.end, name.start) > 0) break;
		if (passage.figures.some((claim) => claim.span.start >= figure.end && claim.span.end <= name.start && hasQuantity(claim))) break;
		let score = 0;
		if (
			between.length <= 1 &&
			!/[,;:()]/.test(between[0]?.text ?? "") &&
			name.standing === "subject" &&
			!/^(?:and|or|as)$/.test(between[0]?.lower ?? "")
		)
			score = 0.95;
		else if (name.standing === "agent" || name.standing === "of" || (name.standing === "prepositional" && between.at(-1)?.lower !== "to"))
			score = subjectBefore ? (between.at(-1)?.lower === "from" && between.length <= 3 ? 0.75 : 0.45) : 0.82;
		if (score > 0)
			for (const id of name.ids)
				found.push({
					id,
					score: score * sureOf(name),
					name,
					how: score > 0.9 ? "in front of the name" : "after the figure",
				});
		break;
	}
	return found;
}

/** Whom a sentence without a name goes on with: `Its revenue was €391m.` */
function ledOn(before: Passage, context: SubjectContext): string[] {
	const opening = goesOnWith(before);
	if (!opening) return [];
	const reference: Reference = { start: opening.start, end: opening.end, word: opening.lower, type: "thing" };
	const [first, second] = antecedents(reference, { start: before.end, end: before.end }, { ...context, at: context.at - 1 });
	return first && !second && first.score > 0.6 ? [first.id] : [];
}

function inherited(context: SubjectContext): SubjectCandidate[] {
	const found = new Map<string, SubjectCandidate>();
	const before = context.passages[context.at - 1];
	const own = context.passages[context.at] as Passage;
	const isNear = before !== undefined && own.home.index - before.home.index <= 1;
	const named = isNear ? subjectIds(before, before.end) : [];
	const near = named.length > 0 || !isNear ? named : ledOn(before, context);
	for (const [i, id] of near.entries())
		found.set(id, { id, score: i === 0 && near.length === 1 ? 0.62 : i === 0 ? 0.52 : 0.45, how: "sentence before" });
	// The section and the headline say whom an article is about: what the sentence before says too is the surer for it.
	for (const [ids, alone, more] of [
		[context.heading, 0.58, 0.1],
		[context.headline, 0.5, 0.16],
	] as const) {
		for (const [i, id] of ids.entries()) {
			const known = found.get(id);
			if (known) found.set(id, { ...known, score: Math.min(0.8, known.score + (i === 0 ? more : 0.04)) });
			else found.set(id, { id, score: ids.length === 1 ? alone : alone - 0.16, how: ids === context.heading ? "heading" : "headline" });
		}
	}
	return [...found.values()];
}

/** `Chad, Mali and Niger grew 3%, 4% and 5% respectively`: each figure has the name in its place. */
function respectively(figure: Span, passage: Passage): Name | "unclear" | undefined {
	if (!/respective/i.test(passage.text.slice(passage.start, passage.end))) return undefined;
	const marker = passage.words.find((word) => word.lower === "respectively" || word.lower === "respective");
	if (!marker) return undefined;
	const before = marker.lower === "respectively";
	const figures = passage.figures.filter(
		(claim) => hasQuantity(claim) && (before ? claim.span.end <= marker.start : claim.span.start >= marker.end),
	);
	const position = figures.findIndex((claim) => claim.span.start === figure.start);
	if (position < 0) return undefined;
	const first = figures[0]?.span.start ?? 0;
	const names = passage.names.filter((name) => name.end <= first && name.ids.length > 0);
	if (names.length === figures.length) return names[position];
	// More figures than names: a list that cannot be told apart, unless one name has them all.
	return names.length > 1 ? "unclear" : undefined;
}

/** `Lakers ( 19 - 37 )`: figures in brackets right behind a name are the name's. */
function bracketed(passage: Passage, name: Name, figure: Span): boolean {
	const between = wordsBetween(passage, name.end, figure.start);
	return between[0]?.text === "(" && !between.some((word) => word.text === ")");
}

/** `Chad's imports, 2025: $4.7 billion`: a comma before the date of a line in a list parts nothing. */
function isLabel({ text, figures }: Passage, comma: Span, figure: Span): boolean {
	if (!/^ [\p{L}\d -]{2,24}: ?$/u.test(text.slice(comma.end, figure.start))) return false;
	return figures.some(({ kind, span }) => kind === "date" && span.start <= comma.end + 4 && text[span.end] === ":");
}

/** Whether a name stands in brackets that are closed before the figure. */
function closedBefore(passage: Passage, name: Name, figure: Span): boolean {
	let depth = 0;
	for (let i = wordFrom(passage, name.end); i < passage.words.length; i++) {
		const word = passage.words[i] as Word;
		if (word.start >= figure.start) break;
		if (word.text === "(") depth++;
		else if (word.text === ")" && --depth < 0) return true;
	}
	return false;
}

/** Whether all commas between a possessive and the figure part items of a list of figures: `Silva's 12 points, three rebounds`. */
function enumerates(passage: Passage, name: Name, figure: Span): boolean {
	return passage.figures.some(
		(claim) =>
			claim.span.start >= name.end &&
			claim.span.end <= figure.start &&
			hasQuantity(claim) &&
			wordsBetween(passage, name.end, claim.span.start).length <= 3,
	);
}

function hasStranger(figure: Span, passage: Passage): boolean {
	return passage.names.some((name) => name.end <= figure.start && name.standing !== "prepositional" && name.ids.length === 0);
}
