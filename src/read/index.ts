export { INPUT_FORMATS, readArticle, type InputFormat, type ReadOptions } from './article.ts';
export { closest } from './closest.ts';
export { readArticleFile, type ReadFileOptions } from './file.ts';
