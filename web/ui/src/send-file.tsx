export { type Upload, upload } from './upload.js';
