export { profileName, profileWord } from './profile-name.js';
