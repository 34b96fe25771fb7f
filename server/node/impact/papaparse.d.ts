/** What is used of Papa Parse here. */
declare module "papaparse" {
	const Papa: {
		unparse(
			rows: readonly (readonly (string | number)[])[],
			options: { readonly escapeFormulae: boolean; readonly newline: string },
		): string;
	};
	export default Papa;
}
