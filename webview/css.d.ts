/** Style sheets are taken out of the script's imports by the build. */
declare module '*.css';
