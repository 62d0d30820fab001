/** Lower case, curly quotes made straight: what the tokenizer gives as `lower`. */
export const lowerOf = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
