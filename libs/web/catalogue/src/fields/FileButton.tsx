import { Button, type ButtonProps } from '@lms/web-ui';
import { useRef } from 'react';

type Props = Omit<ButtonProps, 'onClick' | 'type'> & {
  accept: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
};

/** A button that opens the device's own file chooser. */
export function FileButton({ accept, multiple, onFiles, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again after it was put right.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
