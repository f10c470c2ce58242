import { File, FileArchive, FileImage, FileSpreadsheet, FileText, FileVideo } from 'lucide-react';

interface FileIconProps {
  readonly mediaType: string;
  readonly size: number;
}

/** What kind of file it is, drawn. */
export function FileIcon({ mediaType, size }: FileIconProps) {
  const drawn = { size, strokeWidth: 1.4, 'aria-hidden': true } as const;
  if (mediaType.startsWith('image/')) return <FileImage {...drawn} />;
  if (mediaType.startsWith('video/')) return <FileVideo {...drawn} />;
  if (mediaType.endsWith('spreadsheetml.sheet')) return <FileSpreadsheet {...drawn} />;
  if (mediaType === 'application/zip') return <FileArchive {...drawn} />;
  if (mediaType === 'application/octet-stream') return <File {...drawn} />;
  return <FileText {...drawn} />;
}
