/** Two rounds of 32-bit FNV-1a (Fowler, Noll and Vo) with different seeds over texts one behind the other. Not for security. */
export class Hash64 {
	// Kept as signed integers: a number beyond 31 bits would be an object of its own wherever it is kept, two for each claim.
	#a = 0x811c9dc5 | 0;
	#b = 0x9dc5811c | 0;
	#length = 0;

	/** Takes in a text, or what stands in it between two offsets; nothing where the second is not behind the first. */
	add(text: string, from = 0, to = text.length): this {
		let a = this.#a;
		let b = this.#b;
		let at = this.#length;
		for (let i = from; i < to; i++) {
			const unit = text.charCodeAt(i);
			a = Math.imul(a ^ unit, 0x01000193);
			b = Math.imul(b ^ (unit + at), 0x01000193);
			at++;
		}
		this.#a = a;
		this.#b = b;
		this.#length = at;
		return this;
	}

	/** Takes in U+0000, which parts one text from the next. */
	part(): this {
		this.#a = Math.imul(this.#a, 0x01000193);
		this.#b = Math.imul(this.#b ^ this.#length, 0x01000193);
		this.#length++;
		return this;
	}

	/** The first 32 bits. */
	get high(): number {
		return this.#a;
	}
	/** The last 32 bits. */
	get low(): number {
		return this.#b;
	}

	/** 16 hexadecimal digits. */
	digits(): string {
		return digitsOf(this.#a, this.#b);
	}
}

/** Two times 32 bits as 16 hexadecimal digits. */
export function digitsOf(high: number, low: number): string {
	return inHexadecimal(high) + inHexadecimal(low);
}

/** The hash of texts one behind the other, as 16 hexadecimal digits. */
export function hash64(...texts: readonly string[]): string {
	const hash = new Hash64();
	for (const text of texts) hash.add(text);
	return hash.digits();
}

/** Eight digits. (`toString(16)` goes through a double and takes ten times as long, once for each claim.) */
function inHexadecimal(n: number): string {
	return String.fromCharCode(
		digit(n >>> 28),
		digit((n >>> 24) & 15),
		digit((n >>> 20) & 15),
		digit((n >>> 16) & 15),
		digit((n >>> 12) & 15),
		digit((n >>> 8) & 15),
		digit((n >>> 4) & 15),
		digit(n & 15),
	);
}

/** The code of a hexadecimal digit. */
function digit(value: number): number {
	return value < 10 ? 48 + value : 87 + value;
}
