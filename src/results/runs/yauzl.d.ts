import type { Entry } from 'yauzl';

// What the published types do not know yet of version 3.
declare module 'yauzl' {
  interface ZipFile {
    readLocalFileHeader(
      entry: Entry,
      options: { readonly minimal: true },
      callback: (error: Error | null, header?: { readonly fileDataStart: number }) => void,
    ): void;
  }
}
